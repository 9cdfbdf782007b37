package dev.instar.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.MinimalService;
import dev.instar.boot.RevisionFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of an application with more than one database. */
class SeveralDatabasesCommandTests {

    @TempDir
    Path orders;

    @TempDir
    Path stock;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void areAboutTheDatabaseThatIsNamed() {
        call("upgrade", "--database", "stock").succeeds();

        call("current", "--database", "stock").prints("002  Seed data (head)\n");
        assertThat(call("current", "--database", "orders").succeeds().messages())
                .isEqualTo("Nothing is applied.\n");
        call("upgrade").failsWith(2, """
                instar: There are 2 databases: 'orders' and 'stock'.
                Say which one is meant, as in '--database orders'.
                """);
        call("upgrade", "--database", "stok").failsWith(2, """
                instar: There is no database 'stok'.
                Did you mean 'stock'?
                """);
    }

    private CommandLineCall call(String... words) {
        List<String> arguments = new ArrayList<>(List.of("instar"));
        arguments.addAll(List.of(words));
        arguments.addAll(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--instar.databases.stock.data-source=dataSource",
                "--instar.databases.stock.locations="
                        + RevisionFolder.withTwoRevisions(stock).location(),
                "--instar.databases.orders.data-source=dataSource",
                "--instar.databases.orders.history-table=order_history",
                "--instar.databases.orders.journal-table=order_journal",
                "--instar.databases.orders.locations="
                        + new RevisionFolder(orders)
                                .write("001_orders.sql", "SELECT 1;")
                                .location()));
        return CommandLineCall.start(MinimalService.class, arguments.toArray(String[]::new));
    }
}

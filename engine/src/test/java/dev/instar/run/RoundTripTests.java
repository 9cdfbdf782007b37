package dev.instar.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.TestDatabase;
import dev.instar.revision.expression.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class RoundTripTests {

    private final AtomicInteger requests = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void takesAtMostThreeForARevisionInATransaction() throws Exception {
        write(1, 10);
        int few = migrated();
        write(11, 30);
        int more = migrated();

        assertThat(more - few).isPositive().isLessThanOrEqualTo(3 * 20);
    }

    private void write(int from, int to) throws IOException {
        for (int i = from; i <= to; i++) {
            Files.writeString(
                    folder.resolve("%03d_table.sql".formatted(i)),
                    "CREATE TABLE t%1$d (a int);\nCREATE INDEX ON t%1$d (a);\n".formatted(i));
        }
    }

    /** How often somebody had to wait for an answer while an empty database was migrated. */
    private int migrated() throws IOException {
        requests.set(0);
        TestDatabase database = TestDatabase.create();
        try (ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            start(() -> accept(proxy));
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setURL(database.url().replace(":" + TestDatabase.port(), ":" + proxy.getLocalPort()));
            dataSource.setUser("postgres");
            new Instar(dataSource, InstarSettings.DEFAULT.withLocations("file:" + folder))
                    .upgrade(Target.HEADS, Trigger.STARTUP);
        }
        return requests.get();
    }

    private void accept(ServerSocket proxy) {
        try {
            while (true) {
                Socket client = proxy.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), TestDatabase.port());
                AtomicBoolean answered = new AtomicBoolean(true);
                start(() -> pump(client, server, () -> {
                    if (answered.getAndSet(false)) {
                        requests.incrementAndGet();
                    }
                }));
                start(() -> pump(server, client, () -> answered.set(true)));
            }
        } catch (IOException closed) {
            // The migration is over.
        }
    }

    private static void pump(Socket from, Socket to, Runnable passing) {
        try (from;
                to) {
            byte[] buffer = new byte[65536];
            for (int count = from.getInputStream().read(buffer);
                    count >= 0;
                    count = from.getInputStream().read(buffer)) {
                passing.run();
                to.getOutputStream().write(buffer, 0, count);
            }
        } catch (IOException closed) {
            // The other side has ended.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }
}

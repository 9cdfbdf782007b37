package dev.instar.boot.command;

import dev.instar.autogenerate.TableFilter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which tables a command looks at. */
final class TableSettings {

    @Option(names = "--schema", paramLabel = "NAME", description = "Look at these schemas only.")
    List<String> schemas = new ArrayList<>();

    @Option(names = "--include", paramLabel = "TABLES", description = "Look at these tables only, as in 'shop_*'.")
    List<String> include = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "TABLES", description = "Do not look at these tables.")
    List<String> exclude = new ArrayList<>();

    boolean isEmpty() {
        return schemas.isEmpty() && include.isEmpty() && exclude.isEmpty();
    }

    /** What was said of the tables, and else what is usual. */
    TableFilter filter(TableFilter usual) {
        return new TableFilter(
                schemas.isEmpty() ? usual.schemas() : schemas,
                include.isEmpty() ? usual.include() : include,
                exclude.isEmpty() ? usual.exclude() : exclude);
    }
}

package dev.instar.boot.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One command. */
abstract class Subcommand {

    @Mixin
    Common common = new Common();

    abstract ExitCode run(Workplace place);

    /** Whether the application has to know its entities for this. */
    boolean needsEntities() {
        return false;
    }

    /** What every command understands. */
    static final class Common {

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help.")
        boolean help;

        @Option(
                names = {"-v", "--verbose"},
                description = "Say more, and show the application's log.")
        boolean verbose;

        @Option(names = "--database", paramLabel = "NAME", description = "Which database, when there are several.")
        @Nullable
        String database;
    }
}

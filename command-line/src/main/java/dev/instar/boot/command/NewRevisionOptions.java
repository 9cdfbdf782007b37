package dev.instar.boot.command;

import dev.instar.boot.autoconfigure.InstarProperties;
import dev.instar.script.FileNaming;
import dev.instar.script.NewRevision;
import dev.instar.script.RevisionWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.Option;

/** What the commands have in common that write a file. */
final class NewRevisionOptions {

    private static final Path SOURCES = Path.of("src/main/resources");
    private static final String CLASS_PATH = "classpath:";
    private static final String FILE = "file:";

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "Name the branch that begins here.")
    @Nullable
    String label;

    @Option(names = "--rev-id", paramLabel = "ID", description = "The id, in place of a made up one.")
    @Nullable
    String id;

    @Option(names = "--splice", description = "Begin a second branch at a revision that is no head.")
    boolean splice;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Where to write, in place of the configured folder.")
    @Nullable
    Path folder;

    RevisionWriter writer(Workplace place) {
        InstarProperties.Revisions settings =
                Binder.get(place.environment()).bindOrCreate("instar.revisions", InstarProperties.Revisions.class);
        List<String> locations = place.instar().settings().locations();
        return new RevisionWriter(
                folder(settings, locations),
                locations,
                place.instar().settings().revisionOptions(),
                new FileNaming(settings.fileName(), settings.idDigits()),
                Clock.systemDefaultZone());
    }

    /** The named folder, else the configured one, else the first location that is one, else where the first is from. */
    private Path folder(InstarProperties.Revisions settings, List<String> locations) {
        if (folder != null) {
            return folder;
        }
        if (settings.folder() != null) {
            return Path.of(settings.folder());
        }
        return locations.stream()
                .filter(location -> location.startsWith(FILE))
                .map(location -> Path.of(location.substring(FILE.length())))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseGet(() -> sources(locations));
    }

    /** Builds copy what is in the sources to the class path. */
    private static Path sources(List<String> locations) {
        return locations.stream()
                .filter(location -> location.startsWith(CLASS_PATH))
                .map(location ->
                        SOURCES.resolve(location.substring(CLASS_PATH.length()).replaceFirst("^/+", "")))
                .findFirst()
                .orElse(SOURCES.resolve("db/migration"));
    }

    static ExitCode write(RevisionWriter writer, NewRevision revision, Workplace place) {
        place.terminal().print(writer.write(revision).toString());
        return ExitCode.DONE;
    }
}

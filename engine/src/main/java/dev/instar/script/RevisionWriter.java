package dev.instar.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.instar.revision.InstarException;
import dev.instar.revision.Problems;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes new revisions into a folder. What is written has been read before, together with all other revisions: a file
 * that would break the graph is never there, not even for a moment, and no file is ever overwritten.
 */
public final class RevisionWriter {

    private final Path folder;
    private final RevisionOptions options;
    private final FileNaming naming;
    private final Clock clock;
    private final List<Source> sources;
    private final RevisionGraph graph;

    /**
     * Reads the revisions that are there. Of a source in the folder and its copy in a location, such as the class path, the
     * source is meant.
     */
    public RevisionWriter(
            Path folder, List<String> locations, RevisionOptions options, FileNaming naming, Clock clock) {
        this.folder = folder;
        this.options = options;
        this.naming = naming;
        this.clock = clock;
        Problems problems = new Problems();
        this.sources = sources(folder, locations, problems);
        this.graph = Revisions.read(sources, options, problems).graph();
    }

    /** The revisions that a new one is added to. */
    public RevisionGraph graph() {
        return graph;
    }

    /**
     * Writes the revision to a file of its own, and returns that.
     *
     * @throws InstarException when it would not fit to the others, or cannot be written; then there is no file
     */
    public Path write(NewRevision revision) {
        if (revision.message().isEmpty()) {
            throw new InstarException("The message of a revision is empty.", "Say in a few words what it does.");
        }
        RevisionId id = revision.id() == null ? unusedId() : revision.id();
        Path file = folder.resolve(naming.name(id, revision.message(), ZonedDateTime.now(clock)));
        byte[] text = revision.text(id).getBytes(UTF_8);
        check(file, text);
        NewFile.write(file, text);
        return file;
    }

    private void check(Path file, byte[] text) {
        if (!Files.isDirectory(folder)) {
            throw new InstarException(
                    "There is no folder '%s'.".formatted(folder), "Create it, or name another one for new revisions.");
        }
        List<Source> all = new ArrayList<>(sources);
        all.add(new Source(
                file.toString().replace('\\', '/'), FileIdentity.of(file), () -> new ByteArrayInputStream(text)));
        Revisions.read(all, options, new Problems());
    }

    private RevisionId unusedId() {
        byte[] random = new byte[(naming.idDigits() + 1) / 2];
        while (true) {
            new SecureRandom().nextBytes(random);
            RevisionId id = new RevisionId(HexFormat.of().formatHex(random).substring(0, naming.idDigits()));
            if (!graph.contains(id)) {
                return id;
            }
        }
    }

    private static List<Source> sources(Path folder, List<String> locations, Problems problems) {
        List<Source> found = new ArrayList<>(new SourceFinder(problems).find(locations));
        if (Files.isDirectory(folder)) {
            List<Source> own = new FileLocation(folder)
                    .sources(problems).stream()
                            .filter(source -> source.name().endsWith(Ending.SQL))
                            .toList();
            Map<String, List<Source>> byName = own.stream().collect(Collectors.groupingBy(Source::fileName));
            found.removeIf(copy ->
                    byName.getOrDefault(copy.fileName(), List.of()).stream().anyMatch(source -> isCopy(copy, source)));
            found.addAll(own);
        }
        return found;
    }

    /** A module may well have a revision in a file of the same name. */
    private static boolean isCopy(Source copy, Source source) {
        return source.identity().replace('\\', '/').endsWith("/" + copy.name()) || id(copy).equals(id(source));
    }

    private static String id(Source source) {
        Draft draft = DraftReader.read(source, RevisionOptions.NONE, new Problems());
        return draft == null ? "" : String.valueOf(draft.header().id());
    }
}

package dev.instar.script;

import dev.instar.revision.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * The files in folders of the class path, found when an application was built ahead of time. It is asked in place of the
 * class path where the application runs as it was built then, which a native image always does: nothing is searched.
 */
public final class RevisionIndex {

    /** Where an application keeps it. */
    public static final String RESOURCE = "META-INF/instar/revisions";

    private static final String FOLDER_MARK = ":";

    private final Map<String, List<String>> filesByFolder;

    private RevisionIndex(Map<String, List<String>> filesByFolder) {
        this.filesByFolder = Collections.unmodifiableMap(filesByFolder);
    }

    /** What is in these locations now; those that are not on the class path are left out. */
    public static RevisionIndex of(List<String> locations) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String written : locations) {
            if (Location.parse(written) instanceof ClasspathLocation location && location.exists()) {
                found.put(
                        location.folder(),
                        location.sources(new Problems()).stream()
                                .map(Source::name)
                                .distinct()
                                .toList());
            }
        }
        return new RevisionIndex(found);
    }

    /** Reads what {@link #toString} wrote. */
    static RevisionIndex parse(String text) {
        Map<String, List<String>> files = text.lines()
                .filter(line -> line.endsWith(FOLDER_MARK))
                .map(line -> line.substring(0, line.length() - 1))
                .collect(Collectors.toMap(
                        folder -> folder,
                        folder -> text.lines()
                                .filter(line -> line.startsWith(folder) && !line.endsWith(FOLDER_MARK))
                                .toList(),
                        (one, same) -> one,
                        LinkedHashMap::new));
        return new RevisionIndex(files);
    }

    /** The index of an application that runs as it was built ahead of time; {@code null} for any other. */
    static @Nullable RevisionIndex inUse() {
        if (!AotDetector.useGeneratedArtifacts()) {
            return null;
        }
        Resource resource = new ClassPathResource(RESOURCE);
        if (!resource.exists()) {
            return null;
        }
        try (InputStream text = resource.getInputStream()) {
            return parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** Every file, as a resource of the class path. */
    public Stream<String> files() {
        return filesByFolder.values().stream().flatMap(List::stream).distinct();
    }

    /** The files in a folder and below it, or {@code null} when nobody looked there. */
    @Nullable
    List<String> in(String folder) {
        return filesByFolder.get(folder);
    }

    /** A line for each folder, with a colon at its end, and one for each file. */
    @Override
    public String toString() {
        return Stream.concat(filesByFolder.keySet().stream().map(folder -> folder + FOLDER_MARK), files())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}

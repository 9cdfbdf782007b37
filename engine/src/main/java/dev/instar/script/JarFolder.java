package dev.instar.script;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Iterator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of the class path in a jar, whose files are read past the class loader. */
final class JarFolder {

    private final URL found;
    private final String folder;
    private final String root;
    private final JarFile jar;

    private JarFolder(URL found, String folder, String root, JarFile jar) {
        this.found = found;
        this.folder = folder;
        this.root = root;
        this.jar = jar;
    }

    /**
     * Opens the jar. It stays open for as long as somebody may read one of its files; the last of them closes it.
     *
     * @return {@code null} when the folder is not in a jar of the file system
     */
    static @Nullable JarFolder open(URL found, String folder) throws IOException {
        JarPlace place = JarPlace.of(found, folder);
        return place == null ? null : new JarFolder(found, folder, place.root(), new JarFile(place.jar()));
    }

    /** The SQL files in it and below it, in whatever case their names end. */
    Stream<Source> sources() {
        String beginning = root + folder;
        Stream.Builder<Source> sources = Stream.builder();
        for (Iterator<JarEntry> entries = jar.entries().asIterator(); entries.hasNext(); ) {
            JarEntry entry = entries.next();
            if (entry.getName().startsWith(beginning) && Ending.isMeant(entry.getName())) {
                sources.add(source(entry.getName().substring(beginning.length()), entry));
            }
        }
        return sources.build();
    }

    private Source source(String below, JarEntry entry) {
        return new Source(folder + below, found + below, () -> open(entry));
    }

    private InputStream open(JarEntry entry) throws IOException {
        InputStream content = jar.getInputStream(entry);
        if (content == null) {
            throw new IOException("The entry is not in %s any more".formatted(jar.getName()));
        }
        return content;
    }
}

package dev.instar.script;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * A folder of the class path in a jar of the file system, read as what it is: a class loader makes an address of each
 * entry of a jar, and there may be thousands.
 */
final class JarFolder {

    private static final String JAR = "jar:";
    private static final String ENTRY = "!/";

    /** How Spring Boot's loader marks a jar, and in it the folder with the application's classes. */
    private static final String NESTED = "nested:";

    private static final String NESTED_ENTRY = "/!";

    private final URL found;
    private final String folder;
    private final File file;

    /** What stands before the names of the class path in the names of the jar's entries. */
    private final String root;

    private JarFolder(URL found, String folder, File file, String root) {
        this.found = found;
        this.folder = folder;
        this.file = file;
        this.root = root;
    }

    /** A folder that a class loader has found, or {@code null} when it is not in a jar of the file system. */
    static @Nullable JarFolder of(URL found, String folder) {
        String address = FileIdentity.decoded(found.toString());
        String end = ENTRY + folder;
        if (!address.startsWith(JAR) || !address.endsWith(end)) {
            return null;
        }
        String path = address.substring(JAR.length(), address.length() - end.length());
        String root = "";
        int rootMark = path.lastIndexOf(NESTED_ENTRY);
        if (path.startsWith(NESTED) && path.endsWith("/") && rootMark > 0) {
            root = path.substring(rootMark + NESTED_ENTRY.length());
            path = Location.FILE + path.substring(NESTED.length(), rootMark);
        }
        File file = new File(path.substring(path.indexOf(':') + 1));
        return path.startsWith(Location.FILE) && file.isFile() ? new JarFolder(found, folder, file, root) : null;
    }

    /** Sums up its SQL files, or {@code null} where another way has to be found. */
    @Nullable
    FileSum sum() throws IOException {
        JarDirectory directory = JarDirectory.of(file);
        return directory == null ? null : directory.sumBelow(root + folder, root.length());
    }

    /**
     * The SQL files in it and below it, in whatever case their names end. The jar stays open for as long as somebody may
     * read one of them; the last of them closes it.
     */
    List<Source> sources() throws IOException {
        JarFile jar = new JarFile(file);
        String beginning = root + folder;
        String address = found.toString();
        List<Source> sources = new ArrayList<>();
        for (Iterator<JarEntry> entries = jar.entries().asIterator(); entries.hasNext(); ) {
            JarEntry entry = entries.next();
            if (entry.getName().startsWith(beginning) && Ending.isMeant(entry.getName())) {
                String below = entry.getName().substring(beginning.length());
                sources.add(new Source(folder + below, address + below, () -> jar.getInputStream(entry)));
            }
        }
        return sources;
    }
}

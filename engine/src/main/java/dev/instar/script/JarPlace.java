package dev.instar.script;

import java.io.File;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * Where in a jar of the file system a folder of the class path lies. Such a jar can be read as what it is, while a class
 * loader makes an address of each of its entries, and there may be thousands.
 *
 * @param jar the file
 * @param root what stands before the names of the class path in the names of the jar's entries
 */
record JarPlace(File jar, String root) {

    private static final String IN_A_JAR = "jar:";
    private static final String ENTRY = "!/";

    /** How Spring Boot's loader marks a jar, and in it the folder with the application's classes. */
    private static final String NESTED = "nested:";

    private static final String NESTED_ENTRY = "/!";

    /** The place of a folder that a class loader has found, or {@code null} when it is not in a jar of the file system. */
    static @Nullable JarPlace of(URL found, String folder) {
        if (!found.getProtocol().equals("jar")) {
            return null;
        }
        String address = FileIdentity.decoded(found.toString());
        String end = ENTRY + folder;
        return address.endsWith(end) ? at(address.substring(IN_A_JAR.length(), address.length() - end.length())) : null;
    }

    private static @Nullable JarPlace at(String jar) {
        if (jar.startsWith(Location.FILE)) {
            return existing(jar.substring(Location.FILE.length()), "");
        }
        int root = jar.lastIndexOf(NESTED_ENTRY);
        return jar.startsWith(NESTED) && root > 0 && jar.endsWith("/")
                ? existing(jar.substring(NESTED.length(), root), jar.substring(root + NESTED_ENTRY.length()))
                : null;
    }

    private static @Nullable JarPlace existing(String path, String root) {
        File jar = new File(path);
        return jar.isFile() ? new JarPlace(jar, root) : null;
    }
}

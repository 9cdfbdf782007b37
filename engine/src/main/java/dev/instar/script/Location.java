package dev.instar.script;

import dev.instar.revision.Problems;
import java.util.List;

/** A folder that revisions are read from. */
sealed interface Location permits ClasspathLocation, FileLocation {

    String CLASSPATH = "classpath:";
    String FILE = "file:";

    /** Every SQL file in the folder and below it, in the order of their names; the case of their ending is left to judge. */
    List<Source> sources(Problems problems);

    /** Whether there is such a folder at all. */
    boolean exists();

    static Location parse(String location) {
        if (location.startsWith(FILE)) {
            return FileLocation.parse(location.substring(FILE.length()));
        }
        String folder = location.startsWith(CLASSPATH) ? location.substring(CLASSPATH.length()) : location;
        return ClasspathLocation.parse(folder);
    }
}

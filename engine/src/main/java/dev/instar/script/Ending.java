package dev.instar.script;

import dev.instar.revision.Problems;

/** The end of a file's name that says that it is SQL. */
final class Ending {

    static final String SQL = ".sql";

    /** The bit by which a small letter differs from its capital. */
    private static final int CASE = 0x20;

    private Ending() {}

    /** Whether the name ends like that, in whatever case: somebody means it to be read. */
    static boolean isMeant(String name) {
        int ending = name.length() - SQL.length();
        return name.regionMatches(true, Math.max(0, ending), SQL, 0, SQL.length());
    }

    /** The same of a name in bytes, of which thousands are asked before anything has been compiled. */
    static boolean isMeant(byte[] bytes, int behindName) {
        int from = behindName - SQL.length();
        return from >= 0
                && bytes[from] == '.'
                && (bytes[from + 1] | CASE) == 's'
                && (bytes[from + 2] | CASE) == 'q'
                && (bytes[from + 3] | CASE) == 'l';
    }

    /** Whether the file can be read; one that is only meant to be is a problem, for nobody would miss it. */
    static boolean isRight(Source source, Problems problems) {
        String name = source.name();
        boolean isRight = name.endsWith(SQL);
        if (!isRight) {
            problems.add(
                    "The file '%s' is not read, because its name ends in '%s'"
                            .formatted(name, name.substring(name.length() - SQL.length())),
                    null,
                    "Rename it, so that it ends in '%s'.".formatted(SQL));
        }
        return isRight;
    }
}

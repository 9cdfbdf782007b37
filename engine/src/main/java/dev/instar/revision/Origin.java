package dev.instar.revision;

/**
 * Where something was written: a file, as its reader would name it, and the line that declares it. The line is 0 when
 * there are no lines, as in a class.
 */
public record Origin(String file, int line) {

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}

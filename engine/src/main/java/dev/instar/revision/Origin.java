package dev.instar.revision;

/** Where something was written: a file, as its reader would name it, and the line that declares it. */
public record Origin(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}

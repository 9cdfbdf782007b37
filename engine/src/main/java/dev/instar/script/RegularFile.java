package dev.instar.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens files, but nothing that would keep its reader waiting for ever, as a pipe does. */
final class RegularFile {

    private RegularFile() {}

    static InputStream open(Path file) throws IOException {
        if (!Files.isRegularFile(file) && Files.exists(file)) {
            throw new FileSystemException(file.toString(), null, "it is not a regular file");
        }
        return Files.newInputStream(file);
    }
}

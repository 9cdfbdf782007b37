package dev.instar.script;

import dev.instar.revision.InstarException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file that is there as a whole or not at all, and never in place of another. */
final class NewFile {

    private NewFile() {}

    static void write(Path file, byte[] content) {
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
        try {
            Files.write(unfinished, content);
            publish(unfinished, file);
        } catch (FileAlreadyExistsException exists) {
            throw new InstarException(
                    "There is a file '%s' already.".formatted(file), "Choose another message or another id.", exists);
        } catch (IOException unwritable) {
            throw new InstarException(
                    "The file '%s' cannot be written: %s.".formatted(file, reason(unwritable)),
                    "Let this user write to the folder, or name another one for new revisions.",
                    unwritable);
        } finally {
            delete(unfinished);
        }
    }

    /** A link is refused where a file is, while moving might replace it. */
    private static void publish(Path unfinished, Path file) throws IOException {
        try {
            Files.createLink(file, unfinished);
        } catch (UnsupportedOperationException noLinks) {
            Files.move(unfinished, file);
        }
    }

    private static String reason(IOException unwritable) {
        return unwritable instanceof AccessDeniedException
                ? "permission denied"
                : String.valueOf(unwritable.getMessage());
    }

    private static void delete(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException leftBehind) {
            // It is hidden, and no reader takes it for a revision.
        }
    }
}

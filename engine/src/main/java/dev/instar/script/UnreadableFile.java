package dev.instar.script;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says in words why a file could not be read. */
final class UnreadableFile {

    private UnreadableFile() {}

    static String reason(UncheckedIOException unreadable) {
        Throwable failure = unreadable.getCause();
        if (failure instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return "it leads to nothing that can be opened";
        }
        return String.valueOf(unreadable.getMessage());
    }
}

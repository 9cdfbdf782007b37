package dev.instar.script;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Says in words why a file or a folder could not be read. */
final class UnreadableFile {

    private UnreadableFile() {}

    static String reason(UncheckedIOException failure) {
        return reason(Objects.requireNonNull(failure.getCause()));
    }

    static String reason(IOException failure) {
        if (failure instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return "it leads to nothing that can be opened";
        }
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason == null || reason.isBlank()
                ? "the system does not say why"
                : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }
}

package dev.instar.script;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;

/**
 * A file that can be read as often as needed, so that a large one never has to be kept.
 *
 * @param name as its reader would name it: the location's folder and the path below it
 */
record Source(String name, Resource resource) {

    Reader open() {
        try {
            // A malformed byte is an error of the file, never a question mark in the database.
            return new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8.newDecoder());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    String folder() {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }
}

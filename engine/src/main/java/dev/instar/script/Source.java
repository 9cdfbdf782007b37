package dev.instar.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.springframework.core.io.Resource;

/**
 * A file that can be read as often as needed, so that a large one never has to be kept.
 *
 * @param name as its reader would name it: the location's folder and the path below it
 * @param identity the same for one file, by whatever way it was found
 */
record Source(String name, String identity, Resource resource) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Opens the text; a byte order mark is not part of it. */
    Reader open() {
        try {
            UnreadableFile.refuseSpecial(resource);
            // A malformed byte is an error of the file, never a question mark in the database.
            PushbackReader reader =
                    new PushbackReader(new InputStreamReader(resource.getInputStream(), UTF_8.newDecoder()));
            int first = reader.read();
            if (first >= 0 && first != BYTE_ORDER_MARK) {
                reader.unread(first);
            }
            return reader;
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

    /** The end of the name, from this folder on. */
    String pathBelow(String folder) {
        return name.substring(name.lastIndexOf(folder) + folder.length());
    }

    /** The same file under the name that no other has. */
    Source namedByIdentity() {
        return new Source(identity, identity, resource);
    }
}

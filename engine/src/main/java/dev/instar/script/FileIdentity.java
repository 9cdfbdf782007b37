package dev.instar.script;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;

/** What a file is called by whatever way it was found: through links, other folders or the class path. */
final class FileIdentity {

    private FileIdentity() {}

    static String of(Path file) {
        try {
            return file.toRealPath().toString();
        } catch (IOException leadsNowhere) {
            return file.toAbsolutePath().normalize().toString();
        }
    }

    static String of(URL url) {
        if (!url.getProtocol().equals("file")) {
            return url.toString();
        }
        try {
            return of(Path.of(url.toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException unusual) {
            return url.toString();
        }
    }
}

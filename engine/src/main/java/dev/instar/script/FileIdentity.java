package dev.instar.script;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;

/** What a file is called by whatever way it was found: through links, other folders or the class path. */
final class FileIdentity {

    private static final char UNDECODABLE = '\uFFFD';

    private FileIdentity() {}

    static String of(Path file) {
        Path real = real(file);
        String name = real.toString();
        // Names that look the same where no locale is set, because Java knows only ASCII then, differ in their bytes.
        return name.indexOf(UNDECODABLE) < 0 ? name : real.toUri().toString();
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException leadsNowhere) {
            return file.toAbsolutePath().normalize();
        }
    }

    /** A path as it stands in a URL, where a plus is a plus. */
    static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
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

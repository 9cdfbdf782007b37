package dev.instar.boot.autoconfigure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;

/**
 * Loads the classes of a first look at the database while the application still reads its configuration: they are half
 * of what a look adds to a start, and another processor is there for them. The driver's are named last, because one of
 * another version may have others, and then the rest is left to whoever needs it.
 */
final class LookAhead implements BackgroundPreinitializer {

    /** Their names, in the order in which a start asks for them. */
    static final String NAMES = "/META-INF/instar/look-ahead";

    /** Stands before the names of those that a start loads, and never uses. */
    static final String ONLY_LOADED = "~";

    @Override
    public void preinitialize() throws IOException, ClassNotFoundException {
        try (BufferedReader names = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LookAhead.class.getResourceAsStream(NAMES)), StandardCharsets.UTF_8))) {
            for (String name = names.readLine(); name != null; name = names.readLine()) {
                load(name);
            }
        }
        try (Socket nowhere = new Socket()) {
            // What a first connection brings of Java's own.
            nowhere.setTcpNoDelay(true);
        }
    }

    /** As far as it goes without initializing anything, which could bring two threads to wait for each other. */
    private static void load(String name) throws ClassNotFoundException {
        if (name.startsWith(ONLY_LOADED)) {
            Class.forName(name.substring(ONLY_LOADED.length()), false, LookAhead.class.getClassLoader());
        } else {
            // Whoever asks for the constructors has the class verified.
            Class.forName(name, false, LookAhead.class.getClassLoader()).getDeclaredConstructors();
        }
    }
}

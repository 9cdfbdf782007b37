package dev.instar.diff;

import java.nio.charset.StandardCharsets;

/** Names for what makes way for something else of its name, and is on the way out. */
final class Aside {

    private static final String ENDING = "_replaced";

    /** How much the server keeps of a name. */
    private static final int BYTES = 63;

    private Aside() {}

    static String of(String name) {
        String kept = name;
        while ((kept + ENDING).getBytes(StandardCharsets.UTF_8).length > BYTES) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept + ENDING;
    }
}

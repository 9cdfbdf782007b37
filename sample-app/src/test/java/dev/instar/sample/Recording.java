package dev.instar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Output that the README shows. What differs from run to run (times, ids of runs, folders) is replaced by something
 * that looks the same; all else must be equal. {@code mvn test -Drecord.output=true} writes the files anew.
 */
final class Recording {

    private static final Path FOLDER = Path.of("..", "docs", "output");
    private static final Pattern RUN =
            Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    private static final Pattern INSTANT = Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern MILLISECONDS = Pattern.compile("\\b\\d+ ms\\b");
    private static final Pattern DURATION = Pattern.compile("(\"duration\\w*\": )\\d+");

    private Recording() {}

    static void assertEquals(String file, String output) throws IOException {
        Path recorded = FOLDER.resolve(file);
        String normal = normalize(output);
        if (Boolean.getBoolean("record.output")) {
            Files.createDirectories(FOLDER);
            Files.writeString(recorded, normal + "\n");
        }
        assertThat(normal).isEqualTo(Files.readString(recorded).stripTrailing());
    }

    private static String normalize(String output) {
        String text = RUN.matcher(output.strip()).replaceAll("5f0c2a9e-7d1b-4a60-9c3e-2b8d4f6a1e07");
        text = INSTANT.matcher(text).replaceAll("2026-11-21T09:30:00Z");
        text = MILLISECONDS.matcher(text).replaceAll("12 ms");
        return DURATION.matcher(text).replaceAll(field -> field.group(1) + "12");
    }
}

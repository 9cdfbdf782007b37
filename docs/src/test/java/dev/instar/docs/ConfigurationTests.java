package dev.instar.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of properties is what the metadata says, which is what the code says. */
class ConfigurationTests {

    private static final Path PAGE = Path.of("configuration.md");
    private static final Path METADATA =
            Path.of("..", "autoconfigure", "target", "classes", "META-INF", "spring-configuration-metadata.json");
    private static final String HEAD = "| property | default | what it is |\n|---|---|---|\n";

    @Test
    void everyPropertyIsInTheTable() throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(HEAD) + HEAD.length());
        String after = page.substring(page.indexOf("\n\n", before.length()));

        String expected = before + String.join("\n", rows()) + after;

        if (Boolean.getBoolean("record.output")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static List<String> rows() throws IOException {
        return new JsonMapper()
                .readTree(Files.readString(METADATA))
                .path("properties")
                .valueStream()
                .filter(property -> property.path("name").asString().startsWith("instar."))
                .map(ConfigurationTests::row)
                .sorted()
                .toList();
    }

    private static String row(JsonNode property) {
        JsonNode value = property.path("defaultValue");
        String shown = value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : value.isMissingNode() ? "" : value.asString();
        return "| `%s` | %s | %s |"
                .formatted(
                        property.path("name").asString(),
                        shown.isEmpty() ? "" : "`" + shown + "`",
                        property.path("description").asString());
    }
}

package dev.instar.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The manifests of the guide are what a cluster understands, and name nothing that Instar does not. */
class KubernetesTests {

    private static final Path METADATA =
            Path.of("..", "autoconfigure", "target", "classes", "META-INF", "spring-configuration-metadata.json");
    private static final Pattern VARIABLE = Pattern.compile("\\bINSTAR_[A-Z_]+");
    private static final Pattern MODE = Pattern.compile("INSTAR_MODE\\s+value: (\\S+)");

    @Test
    void everyManifestCanBeRead() throws IOException {
        for (Path file : manifests()) {
            Map<String, Object> manifest = new Yaml().load(Files.readString(file));
            if (file.endsWith("startup-probe.yaml")) {
                assertThat(manifest).containsOnlyKeys("startupProbe");
            } else {
                assertThat(manifest).containsOnlyKeys("apiVersion", "kind", "metadata", "spec");
            }
        }
    }

    @Test
    void theJobIsAHookOfBothTools() throws IOException {
        Map<String, Object> job = new Yaml().load(Files.readString(Path.of("kubernetes/job.yaml")));

        assertThat(job).containsEntry("apiVersion", "batch/v1").containsEntry("kind", "Job");
        assertThat(((Map<?, ?>) ((Map<?, ?>) job.get("metadata")).get("annotations")).keySet())
                .asString()
                .contains("helm.sh/hook", "argocd.argoproj.io/hook");
    }

    @Test
    void everyVariableIsAProperty() throws IOException {
        Set<String> variables = properties();
        for (Path file : manifests()) {
            assertThat(VARIABLE.matcher(Files.readString(file)).results().map(MatchResult::group))
                    .as(file.toString())
                    .isSubsetOf(variables);
        }
    }

    @Test
    void everyModeIsOne() throws IOException {
        for (Path file : manifests()) {
            assertThat(MODE.matcher(Files.readString(file)).results().map(match -> match.group(1)))
                    .as(file.toString())
                    .isSubsetOf("migrate", "verify", "wait", "migrate-only", "off");
        }
    }

    /** As environment variables are written: without dashes. */
    private static Set<String> properties() throws IOException {
        return new JsonMapper()
                .readTree(Files.readString(METADATA))
                .path("properties")
                .valueStream()
                .map(property -> property.path("name").asString())
                .map(name -> Arrays.stream(name.replace("-", "").split("\\."))
                        .map(String::toUpperCase)
                        .collect(Collectors.joining("_")))
                .collect(Collectors.toSet());
    }

    private static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("kubernetes"))) {
            return files.sorted().toList();
        }
    }
}

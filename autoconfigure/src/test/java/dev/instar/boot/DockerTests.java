package dev.instar.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/** Where a Docker engine is required, its absence is a failure; elsewhere it is a line that nobody overlooks. */
@Tag("docker")
class DockerTests {

    @Test
    void thereIsAnEngineWhereOneIsRequired() {
        boolean available = DockerClientFactory.instance().isDockerAvailable();
        if (Boolean.getBoolean("instar.test.docker.required")) {
            assertThat(available).as("a Docker engine can be reached").isTrue();
        } else if (!available) {
            System.out.println("SKIPPED: the tests in containers, because no Docker engine can be reached.");
            assumeTrue(false, "no Docker engine");
        }
    }
}

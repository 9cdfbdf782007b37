package dev.instar.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/** Where a Docker engine is required, its absence is a failure; elsewhere there is a line that nobody overlooks. */
@Tag("docker")
class DockerTests {

    @Test
    void thereIsAnEngineWhereOneIsRequired() {
        if (!Boolean.getBoolean("instar.test.docker.required")) {
            System.out.println("SKIPPED: the tests in containers; 'mvn test -Pdocker' runs them on a Docker engine.");
            assumeTrue(false, "not asked for");
        }
        assertThat(DockerClientFactory.instance().isDockerAvailable())
                .as("a Docker engine can be reached")
                .isTrue();
    }
}

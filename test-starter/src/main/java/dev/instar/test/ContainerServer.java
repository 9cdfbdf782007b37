package dev.instar.test;

import org.springframework.util.ClassUtils;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in a container, for those who want the very image that they use in production. */
final class ContainerServer {

    private static final String CONTAINER = "org.testcontainers.postgresql.PostgreSQLContainer";

    private ContainerServer() {}

    static TestServer start(String image) {
        if (!ClassUtils.isPresent(CONTAINER, ContainerServer.class.getClassLoader())) {
            throw new UnusableServerException(
                    "A server in a container needs Testcontainers, which is not on the class path.",
                    "Add 'org.testcontainers:testcontainers-postgresql' to the tests.");
        }
        return Started.container(image);
    }

    /** Apart, so that the class above can be loaded without Testcontainers. */
    private static final class Started {

        static TestServer container(String image) {
            PostgreSQLContainer container = new PostgreSQLContainer(
                            DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
                    .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
            container.start();
            return TestServer.at(container.getJdbcUrl(), container.getUsername(), container.getPassword(), true);
        }
    }
}

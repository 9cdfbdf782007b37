package dev.instar.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Boot's own support of Docker Compose, and a {@code docker} that knows of one service: the server of the tests. */
@DisabledOnOs(OS.WINDOWS)
class ComposeTests {

    @TempDir
    Path folder;

    @RegisterExtension
    private final EmptyDatabase database = new EmptyDatabase();

    @Test
    void theDatabaseThatComposeHasStartedIsMigratedWhateverThePropertiesSay() throws Exception {
        writeDocker(database.address());

        Process service = start();
        String console = new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(service.waitFor()).as(console).isZero();
        assertThat(JdbcClient.create(database.address().dataSource())
                        .sql("SELECT name FROM customer")
                        .query(String.class)
                        .list())
                .containsExactly("ADA");
    }

    private void writeDocker(ClonedDatabase database) throws IOException {
        Files.writeString(folder.resolve("compose.yaml"), "services:\n  db:\n    image: postgres\n");
        Path docker = Files.writeString(
                folder.resolve("docker"), """
                        #!/bin/sh
                        case "$*" in
                          "compose version"*) echo '{"version":"2.30.0"}' ;;
                          version*) echo '27.0.0' ;;
                          context*) echo '{"Name":"default","Current":true,"DockerEndpoint":"unix:///docker.sock"}' ;;
                          *config*) echo '{"name":"shop","services":{"db":{"image":"postgres"}}}' ;;
                          *ps*) echo '{"ID":"db","Name":"shop-db-1","Image":"postgres","State":"running"}' ;;
                          inspect*) echo '{"Id":"db","Config":{"Image":"postgres","Labels":{},"ExposedPorts":{"5432/tcp":{}},\
                            "Env":["POSTGRES_USER=%s","POSTGRES_PASSWORD=any","POSTGRES_DB=%s"]},"NetworkSettings":{"Ports":\
                            {"5432/tcp":[{"HostIp":"","HostPort":"%d"}]}},"HostConfig":{"NetworkMode":"bridge"}}' ;;
                        esac
                        """.formatted(database.username(), database.name(), database.port()));
        assertThat(docker.toFile().setExecutable(true)).isTrue();
    }

    private Process start() throws IOException {
        ProcessBuilder service = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dspring.devtools.restart.enabled=false",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RestartedService.class.getName(),
                        "--instar.mode=migrate-only",
                        "--instar.url=jdbc:postgresql://localhost:1/production",
                        "--spring.datasource.url=jdbc:postgresql://localhost:1/application",
                        "--spring.docker.compose.file=" + folder.resolve("compose.yaml"),
                        "--spring.docker.compose.readiness.wait=never")
                .redirectErrorStream(true);
        service.environment().merge("PATH", folder.toString(), (path, first) -> first + File.pathSeparator + path);
        service.environment().remove("DOCKER_HOST");
        return service.start();
    }
}

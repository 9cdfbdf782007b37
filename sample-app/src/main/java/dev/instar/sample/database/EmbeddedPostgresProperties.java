package dev.instar.sample.database;

import dev.instar.sample.SampleApplication;
import java.io.File;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.system.ApplicationHome;

/**
 * Settings of the embedded server.
 *
 * @param directory where its data stays between starts, {@code target/postgres} of this module by default
 * @param port its port on the loopback interface; 0 takes a free one
 */
@ConfigurationProperties("sample.postgres")
record EmbeddedPostgresProperties(
        @Nullable String directory, @DefaultValue("0") int port) {

    Path dataDirectory() {
        Path path = directory == null || directory.isBlank() ? besideTheApplication() : Path.of(directory);
        return path.toAbsolutePath().normalize();
    }

    /** {@code target/classes} and {@code target/*.jar} lead to the same place, wherever the JVM was started. */
    private static Path besideTheApplication() {
        File source = new ApplicationHome(SampleApplication.class).getSource();
        return source == null ? Path.of("target", "postgres") : source.toPath().resolveSibling("postgres");
    }
}

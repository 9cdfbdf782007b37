package dev.instar.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts a service that really does not have what is optional, instead of pretending that classes are missing. */
class MinimalClassPathTests {

    private static final String DRIVER = "org.springframework.jdbc.datasource.SimpleDriverDataSource";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring-boot-(actuator|health|micrometer|web|servlet|starter-(actuator|web)).*|micrometer-core.*"
                        + "|spring-web.*|reactor.*|tomcat.*|HikariCP.*|r2dbc.*|spring-r2dbc.*|.*testcontainers.*",
                "spring-boot-(actuator|starter-actuator).*|HikariCP.*",
                "spring-boot-health.*|micrometer-core.*|spring-boot-micrometer-metrics.*"
            })
    void migratesWithout(String jars) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(classPathWithout(Pattern.compile(jars)), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            String[] arguments = Arguments.of(List.of(
                    "spring.main.banner-mode=off",
                    "spring.main.web-application-type=none",
                    "spring.datasource.type=" + DRIVER,
                    "spring.datasource.url=" + database.url(),
                    "spring.datasource.username=postgres",
                    "spring.datasource.password=postgres",
                    "instar.locations="
                            + RevisionFolder.withTwoRevisions(folder).location()));
            loader.loadClass(MinimalService.class.getName())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }

        assertThat(database.client()
                        .sql("SELECT count(*) FROM customer")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private static URL[] classPathWithout(Pattern jars) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (!jars.matcher(path.getFileName().toString()).matches()) {
                urls.add(path.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}

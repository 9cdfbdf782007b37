package dev.instar.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.RevisionFolder;
import dev.instar.boot.Service;
import dev.instar.boot.Service.Response;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** The one property that lets a database be moved over the endpoint, and those that do not. */
class EndpointAccessTests {

    private static final String PATH = "/actuator/migrations";
    private static final String DRY_RUN = "{\"operation\":\"upgrade\",\"target\":\"heads\",\"dryRun\":true}";
    private static final int DONE = 200;
    private static final int NO_SUCH_OPERATION = 405;
    private static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            servlet  | same  | no  |
            servlet  | same  | no  | management.endpoints.access.default=unrestricted
            servlet  | same  | no  | management.endpoints.enabled-by-default=true
            servlet  | same  | no  | management.endpoint.migrations.enabled=true
            servlet  | same  | no  | management.endpoints.access.default=unrestricted management.endpoint.migrations.access=read-only
            servlet  | same  | no  | management.endpoints.access.max-permitted=read-only management.endpoint.migrations.access=unrestricted
            servlet  | same  | no  | management.endpoint.migrations.access=
            servlet  | same  | yes | management.endpoint.migrations.access=unrestricted
            servlet  | same  | yes | management.endpoints.access.default=none management.endpoint.MIGRATIONS.Access=UNRESTRICTED
            servlet  | apart | yes | management.endpoint.migrations.access=unrestricted
            reactive | same  | no  | management.endpoints.access.default=unrestricted
            reactive | same  | yes | management.endpoint.migrations.access=unrestricted
            reactive | apart | no  | management.endpoints.enabled-by-default=true
            reactive | apart | yes | management.endpoint.migrations.access=unrestricted
            """)
    void canBeWrittenOnlyWhereItsOwnPropertySaysSo(String type, String port, String writable, String properties) {
        boolean apart = port.equals("apart");
        try (Service service = start(type, apart, properties == null ? "" : properties)) {
            Response read = apart ? service.getFromManagementPort(PATH) : service.get(PATH);
            assertThat(read.status()).as(read.body()).isEqualTo(DONE);

            Response written = apart ? service.postToManagementPort(PATH, DRY_RUN) : service.post(PATH, DRY_RUN);
            assertThat(written.status())
                    .as(written.body())
                    .isEqualTo(writable.equals("yes") ? DONE : NO_SUCH_OPERATION);
        }
    }

    private Service start(String type, boolean apart, String properties) {
        return Service.start(
                Plain.class,
                DATABASE,
                RevisionFolder.withTwoRevisions(folder),
                Stream.concat(
                                Stream.of(
                                        Service.NO_SECURITY,
                                        "instar.mode=off",
                                        "spring.main.web-application-type=" + type,
                                        apart ? "management.server.port=0" : "management.server.port="),
                                Stream.of(properties.split(" ")).filter(property -> !property.isEmpty()))
                        .toArray(String[]::new));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Plain {}
}

package dev.instar.boot;

import dev.instar.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole service on ports of its own, asked over HTTP as an anonymous visitor would. */
public final class Service implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String HIBERNATE =
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration";

    private final ConfigurableApplicationContext context;

    private Service(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Service start(Class<?> configuration, TestDatabase database, RevisionFolder folder, String... more) {
        List<String> properties = List.of(
                "server.port=0",
                "spring.main.banner-mode=off",
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=postgres",
                "spring.datasource.password=postgres",
                "spring.datasource.hikari.maximum-pool-size=2",
                "management.endpoints.web.exposure.include=health,migrations",
                "spring.autoconfigure.exclude=" + HIBERNATE,
                "instar.locations=" + folder.location(),
                "instar.snapshot.ttl=0s");
        return new Service(new SpringApplicationBuilder(configuration).run(Arguments.of(properties, more)));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public Response get(String path) {
        return get("local.server.port", path);
    }

    public Response getFromManagementPort(String path) {
        return get("local.management.port", path);
    }

    private Response get(String port, String path) {
        URI uri = URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty(port) + path);
        try {
            HttpResponse<String> response =
                    HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            return new Response(response.statusCode(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** What the service answered. */
    public record Response(int status, String body) {}
}

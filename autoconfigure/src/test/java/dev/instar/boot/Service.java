package dev.instar.boot;

import dev.instar.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole service on ports of its own, asked over HTTP as an anonymous visitor would. */
public final class Service implements AutoCloseable {

    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);
    private static final String HIBERNATE =
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration";

    public static final String REACTIVE = "spring.main.web-application-type=reactive";

    private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";
    /** With Tomcat and Netty on the class path, as here, Boot cannot choose the one for management. */
    private static final String NETTY_FOR_MANAGEMENT =
            "org.springframework.boot.reactor.netty.autoconfigure.actuate.web.server"
                    + ".NettyReactiveManagementContextAutoConfiguration";

    /** Boot's defaults for security, and one server. */
    public static final String DEFAULT_SECURITY =
            "spring.autoconfigure.exclude=" + HIBERNATE + "," + NETTY_FOR_MANAGEMENT;

    public static final String NO_SECURITY = DEFAULT_SECURITY + ","
            + SECURITY + "SecurityAutoConfiguration,"
            + SECURITY + "UserDetailsServiceAutoConfiguration,"
            + SECURITY + "ReactiveUserDetailsServiceAutoConfiguration,"
            + SECURITY + "web.servlet.ServletWebSecurityAutoConfiguration,"
            + SECURITY + "actuate.web.servlet.ManagementWebSecurityAutoConfiguration,"
            + SECURITY + "web.reactive.ReactiveWebSecurityAutoConfiguration,"
            + SECURITY + "actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration";

    private final ConfigurableApplicationContext context;
    private final @Nullable String authorization;

    private Service(ConfigurableApplicationContext context, @Nullable String authorization) {
        this.context = context;
        this.authorization = authorization;
    }

    public static Service start(Class<?> configuration, TestDatabase database, RevisionFolder folder, String... more) {
        List<String> properties = List.of(
                "server.port=0",
                "spring.reactor.netty.shutdown-quiet-period=0s",
                "spring.main.banner-mode=off",
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=postgres",
                "spring.datasource.password=postgres",
                "spring.datasource.hikari.maximum-pool-size=2",
                "management.endpoints.web.exposure.include=health,migrations",
                "spring.autoconfigure.exclude=" + HIBERNATE,
                "instar.locations=" + folder.location(),
                "instar.snapshot.ttl=0s",
                "instar.snapshot.timeout=1m");
        return new Service(new SpringApplicationBuilder(configuration).run(Arguments.of(properties, more)), null);
    }

    /** The same service, asked by somebody with a name. */
    public Service as(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Service(context, "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public Response get(String path) {
        return send("local.server.port", path, HttpRequest.newBuilder());
    }

    public Response post(String path, String json) {
        return send("local.server.port", path, posting(json));
    }

    public Response postToManagementPort(String path, String json) {
        return send("local.management.port", path, posting(json));
    }

    private static HttpRequest.Builder posting(String json) {
        return HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    public Response getFromManagementPort(String path) {
        return send("local.management.port", path, HttpRequest.newBuilder());
    }

    private Response send(String port, String path, HttpRequest.Builder builder) {
        URI uri = URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty(port) + path);
        // Every visitor has a connection of their own: a server that forgets to read a used one would hang the build.
        HttpClient visitor =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        if (authorization != null) {
            builder.header("Authorization", authorization);
        }
        HttpRequest request = builder.uri(uri).timeout(LONGEST_ANSWER).build();
        try {
            HttpResponse<String> response = visitor.send(request, HttpResponse.BodyHandlers.ofString());
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

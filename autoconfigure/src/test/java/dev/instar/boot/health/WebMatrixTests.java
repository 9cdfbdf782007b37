package dev.instar.boot.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.RevisionFolder;
import dev.instar.boot.Service;
import dev.instar.boot.Service.Response;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Health and endpoint in every kind of web service, for strangers and for those who are known. */
class WebMatrixTests {

    private static final String MIGRATIONS = "/actuator/migrations";
    private static final List<String> HEALTH = List.of("/health", "/health/database", "/health/detailed");
    private static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    static Path folder;

    private enum Security {
        NONE,
        DEFAULT,
        CUSTOM
    }

    @ParameterizedTest
    @CsvSource({
        "servlet,same,NONE",
        "servlet,same,DEFAULT",
        "servlet,same,CUSTOM",
        "servlet,apart,NONE",
        "servlet,apart,DEFAULT",
        "servlet,apart,CUSTOM",
        "reactive,same,NONE",
        "reactive,same,DEFAULT",
        "reactive,same,CUSTOM",
        "reactive,apart,NONE",
        "reactive,apart,DEFAULT",
        "reactive,apart,CUSTOM"
    })
    void answersEverybodyWhatTheyMayKnow(String type, String port, Security security) {
        boolean apart = port.equals("apart");
        try (Service service = start(type, apart, security)) {
            for (String path : HEALTH) {
                Response stranger = service.get(path);
                assertThat(stranger.status()).as(path).isEqualTo(security == Security.CUSTOM ? 401 : 200);
                tellsNoSecrets(stranger);
            }
            Response stranger = migrations(service, apart);
            assertThat(stranger.status()).isEqualTo(security == Security.NONE ? 200 : 401);
            tellsNoSecrets(stranger);

            Service ada = security == Security.NONE ? service : service.as("ada", "secret");
            assertThat(ada.get("/health").body()).contains("\"status\":\"UP\"").doesNotContain("components");
            assertThat(ada.get("/health/database").body())
                    .contains("\"state\":\"UP_TO_DATE\"", "\"current\":[\"002\"]", "\"pending\":0");
            assertThat(ada.get("/health/detailed").body())
                    .contains("\"db\":{\"status\":\"UP\"}", "\"migrations\":{\"status\":\"UP\"}");
            Response shown = migrations(ada, apart);
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.body()).contains("\"state\":\"UP_TO_DATE\"", "\"message\":\"Seed data\"");
            assertThat(shown.body().contains("\"appliedBy\":\"postgres\"")).isEqualTo(security != Security.NONE);
        }
    }

    private static void tellsNoSecrets(Response response) {
        assertThat(response.body())
                .doesNotContain("postgres", "localhost", "127.0.0.1", "CREATE", "INSERT", DATABASE.name());
    }

    private static Response migrations(Service service, boolean apart) {
        return apart ? service.getFromManagementPort(MIGRATIONS) : service.get(MIGRATIONS);
    }

    private static Service start(String type, boolean apart, Security security) {
        return Service.start(
                security == Security.CUSTOM ? WithChains.class : Plain.class,
                DATABASE,
                RevisionFolder.withTwoRevisions(folder),
                "spring.main.web-application-type=" + type,
                apart ? "management.server.port=0" : "management.server.port=",
                security == Security.NONE ? Service.NO_SECURITY : Service.DEFAULT_SECURITY,
                "spring.security.user.name=ada",
                "spring.security.user.password=secret");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Plain {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WithChains {

        private static final UserDetails ADA =
                User.withUsername("ada").password("{noop}secret").build();

        @Configuration(proxyBeanMethods = false)
        @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
        static class WebMvc {

            @Bean
            SecurityFilterChain onlyWhoIsKnown(HttpSecurity http) {
                return http.authorizeHttpRequests(
                                requests -> requests.anyRequest().authenticated())
                        .httpBasic(Customizer.withDefaults())
                        .build();
            }

            @Bean
            UserDetailsService users() {
                return new InMemoryUserDetailsManager(ADA);
            }
        }

        @Configuration(proxyBeanMethods = false)
        @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
        static class WebFlux {

            @Bean
            SecurityWebFilterChain onlyWhoIsKnown(ServerHttpSecurity http) {
                return http.authorizeExchange(
                                exchanges -> exchanges.anyExchange().authenticated())
                        .httpBasic(Customizer.withDefaults())
                        .build();
            }

            @Bean
            MapReactiveUserDetailsService users() {
                return new MapReactiveUserDetailsService(ADA);
            }
        }
    }
}

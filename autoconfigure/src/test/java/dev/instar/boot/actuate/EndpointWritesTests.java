package dev.instar.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.TestDatabase;
import dev.instar.boot.RevisionFolder;
import dev.instar.boot.Service;
import dev.instar.boot.Service.Response;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be done over the endpoint of a service that lets one user do it. */
class EndpointWritesTests {

    private static final String PATH = "/shop/actuator/migrations";
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final long GATE = 4711;

    @TempDir
    static Path folder;

    private static Service service;
    private static Service ada;

    @BeforeAll
    static void start() {
        RevisionFolder revisions = RevisionFolder.withTwoRevisions(folder)
                .write("003_gate.sql", "SELECT pg_advisory_lock(%1$d), pg_advisory_unlock(%1$d);".formatted(GATE))
                .write("004_broken.sql", "SELECT nothing;\n-- @downgrade\nSELECT 1;");
        service = Service.start(
                OneUser.class,
                DATABASE,
                revisions,
                "instar.mode=off",
                "spring.application.name=shop",
                "server.servlet.context-path=/shop",
                "management.endpoint.migrations.access=unrestricted");
        ada = service.as("ada", "secret");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void beginWithAnEmptyDatabase() {
        DATABASE.client()
                .sql("DROP TABLE IF EXISTS customer, migration_history, migration_journal")
                .update();
    }

    @Test
    void nobodyElseMay() {
        assertThat(service.post(PATH, "{}").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                            | The body of the request is not a JSON object whose values are texts, numbers and booleans. | Send, for example, '{"operation":"upgrade","target":"heads","dryRun":true}'.
            [1]                                          | The body of the request is not a JSON object whose values are texts, numbers and booleans. | Send, for example, '{"operation":"upgrade","target":"heads","dryRun":true}'.
            {"operation":"upgrade","target":{}}          | The body of the request is not a JSON object whose values are texts, numbers and booleans. | Send, for example, '{"operation":"upgrade","target":"heads","dryRun":true}'.
            ``                                           | The request says no 'operation'. | Send, for example, '{"operation":"upgrade","target":"heads","dryRun":true}'.
            {"operation":"upgrade"}                      | The request says no 'target'. | Send, for example, '{"operation":"upgrade","target":"heads","dryRun":true}'.
            {"operation":"upgrad","target":"heads"}      | There is no operation 'upgrad'. | Did you mean 'upgrade'?
            {"operation":"upgrade","target":"005"}       | No revision or label is called '005'. | *
            {"operation":"upgrade","target":"a@@b"}      | Nothing follows the '@' in 'a@@b'. | *
            {"operation":"upgrade","target":"heads","dryrun":true}         | There is no 'dryrun' in a request. | Did you mean 'dryRun'?
            {"operation":"upgrade","target":"heads","dryRun":"maybe"}      | 'dryRun' is 'maybe', which is neither true nor false. | Say 'true' or 'false'.
            {"operation":"upgrade","target":"heads","database":"dataSorce"} | There is no database 'dataSorce'. | Did you mean 'dataSource'?
            """)
    void changesNothingWhenItDoesNotUnderstand(String body, String problem, String action) {
        Response response = ada.post(PATH, body);

        assertThat(response.status()).as(response.body()).isEqualTo(400);
        JsonNode json = json(response);
        assertThat(json.path("problem").asString()).isEqualTo(problem);
        if (!action.equals("*")) {
            assertThat(json.path("action").asString()).isEqualTo(action);
        }
        assertThat(tables()).isZero();
    }

    @Test
    void showsThePlanAndChangesNothingInADryRun() {
        Response response = ada.post(PATH, request("upgrade", "001", true));

        assertThat(response).isEqualTo(new Response(200, """
                {"database":"dataSource","operation":"upgrade","target":"001","dryRun":true,"steps":[\
                {"revision":"001","message":"Customers","direction":"upgrade","file":"%s/001_customers.sql"}]}\
                """.formatted(folder)));
        assertThat(tables()).isZero();
    }

    @Test
    void goesUpAndDownAndWritesDownWhoWantedIt() {
        assertThat(ada.post(PATH, request("upgrade", "002", false)).status()).isEqualTo(202);
        awaitRequest("SUCCEEDED");
        assertThat(DATABASE.client()
                        .sql("SELECT DISTINCT by_whom FROM migration_journal")
                        .query(String.class)
                        .list())
                .containsExactly("shop (ada)");
        JsonNode lastRun = shown().path("lastRun");
        assertThat(lastRun.path("by").asString()).isEqualTo("shop (ada)");
        assertThat(lastRun.path("trigger").asString()).isEqualTo("ENDPOINT");
        assertThat(lastRun.path("id")).isEqualTo(shown().path("request").path("id"));
        assertThat(shown().path("revisions").path(0).path("appliedBy").asString())
                .isEqualTo("postgres");

        Response again = ada.post(PATH, request("upgrade", "002", false));
        assertThat(again.status()).isEqualTo(200);
        assertThat(json(again).path("steps")).isEmpty();

        assertThat(ada.post(PATH, request("downgrade", "base", false)).status()).isEqualTo(202);
        awaitRequest("SUCCEEDED");
        assertThat(shown().path("current")).isEmpty();

        assertThat(ada.post(PATH, request("stamp", "001", false)).status()).isEqualTo(202);
        awaitRequest("SUCCEEDED");
        assertThat(shown().path("current").path(0).asString()).isEqualTo("001");
    }

    @Test
    void refusesToUndoWhatCannotBeUndone() {
        upgradeTo("003");

        Response response = ada.post(PATH, request("downgrade", "002", false));

        assertThat(response.status()).isEqualTo(409);
        assertThat(json(response).path("problem").asString())
                .isEqualTo("Revision '003' has no downgrade (%s/003_gate.sql:1).".formatted(folder));
        assertThat(shown().path("current").path(0).asString()).isEqualTo("003");
    }

    @Test
    void letsOneGoFirstAndNobodyWaits() throws SQLException {
        try (Connection gatekeeper = DATABASE.dataSource().getConnection()) {
            try (Statement statement = gatekeeper.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(%d)".formatted(GATE));
            }
            assertThat(ada.post(PATH, request("upgrade", "003", false)).status())
                    .isEqualTo(202);

            Response second = ada.post(PATH, request("downgrade", "base", false));

            assertThat(second.status()).isEqualTo(409);
            assertThat(json(second).path("problem").asString())
                    .isEqualTo("The upgrade to '003' that shop (ada) asked for is still going on.");
            Awaitility.await().until(() -> shown().path("state").asString().equals("RUNNING"));
        }
        awaitRequest("SUCCEEDED");
    }

    @Test
    void letsAnotherProcessGoFirst() throws SQLException {
        CompletableFuture<Void> elsewhere;
        try (Connection gatekeeper = DATABASE.dataSource().getConnection()) {
            try (Statement statement = gatekeeper.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(%d)".formatted(GATE));
            }
            elsewhere = CompletableFuture.runAsync(() -> upgradeTo("003"));
            Awaitility.await().until(() -> shown().path("state").asString().equals("RUNNING"));

            Response response = ada.post(PATH, request("upgrade", "heads", false));

            assertThat(response.status()).isEqualTo(409);
            assertThat(json(response).path("problem").asString())
                    .startsWith("A run of application is under way since ");
            assertThat(json(response).path("running").path("by").asString()).isEqualTo("application");
        }
        elsewhere.join();
    }

    @Test
    void saysWhatFailedWithoutItsSql() {
        upgradeTo("003");

        assertThat(ada.post(PATH, request("upgrade", "heads", false)).status()).isEqualTo(202);

        awaitRequest("FAILED");
        assertThat(shown().path("request").path("failure").asString())
                .startsWith("The upgrade of revision '004' (Broken) failed at")
                .doesNotContain("SELECT");
    }

    @Test
    void worksInAWebFluxServiceWithAPortForManagement() {
        try (Service reactive = Service.start(
                Nobody.class,
                DATABASE,
                new RevisionFolder(folder),
                Service.REACTIVE,
                Service.NO_SECURITY,
                "instar.mode=off",
                "management.server.port=0",
                "management.server.base-path=/manage",
                "management.endpoint.migrations.access=unrestricted")) {
            String path = "/manage/actuator/migrations";

            Response unreadable = reactive.postToManagementPort(path, "{");
            assertThat(unreadable.status()).isEqualTo(400);
            assertThat(json(unreadable).path("problem").asString())
                    .startsWith("The body of the request is not a JSON object");
            assertThat(reactive.postToManagementPort(path, "{\"dryrun\":true}").body())
                    .contains("Did you mean 'dryRun'?");
            assertThat(reactive.postToManagementPort(path, request("upgrade", "001", true))
                            .status())
                    .isEqualTo(200);
            assertThat(tables()).isZero();

            assertThat(reactive.postToManagementPort(path, request("upgrade", "001", false))
                            .status())
                    .isEqualTo(202);
            Awaitility.await()
                    .until(() -> reactive.getFromManagementPort(path).body().contains("SUCCEEDED"));
            assertThat(reactive.getFromManagementPort(path).body()).doesNotContain("postgres", "anonymous");
        }
    }

    private static void upgradeTo(String target) {
        new Instar(DATABASE.dataSource(), InstarSettings.DEFAULT.withLocations("file:" + folder))
                .upgrade(Target.parse(target), Trigger.COMMAND);
    }

    private static void awaitRequest(String state) {
        Awaitility.await()
                .until(() -> shown().path("request").path("state").asString().equals(state));
    }

    private static JsonNode shown() {
        return json(ada.get(PATH)).path("databases").path("dataSource");
    }

    private static String request(String operation, String target, boolean dryRun) {
        return "{\"operation\":\"%s\",\"target\":\"%s\",\"dryRun\":%s}".formatted(operation, target, dryRun);
    }

    private static JsonNode json(Response response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static int tables() {
        return DATABASE.client()
                .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                .query(Integer.class)
                .single();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Nobody {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class OneUser {

        @Bean
        SecurityFilterChain onlyWhoIsKnown(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .httpBasic(Customizer.withDefaults())
                    .csrf(csrf -> csrf.disable())
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(
                    User.withUsername("ada").password("{noop}secret").build());
        }
    }
}

package dev.instar.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.TestDatabase;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.Mode;
import dev.instar.boot.RevisionFolder;
import dev.instar.boot.StatusSnapshot;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import tools.jackson.databind.json.JsonMapper;

class MigrationsEndpointTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void showsWhereTheDatabaseStandsAndEveryRevision() {
        RevisionFolder.withTwoRevisions(folder);
        Instar instar = instar();
        instar.upgrade(Target.HEADS, Trigger.STARTUP);
        new RevisionFolder(folder).write("003_prices.sql", "-- @label money\nSELECT 1;");

        assertThat(json(endpoint(instar()).migrations())).isEqualTo("""
                {"databases":{"dataSource":{\
                "current":["002"],"heads":["003"],"applied":2,"pending":1,"unknown":[],"edited":[],"state":"PENDING",\
                "running":null,"lastRun":{"id":"<id>","trigger":"STARTUP","by":"application","startedAt":"<time>",\
                "state":"SUCCEEDED","planned":2,"steps":2,"revision":null,"durationMs":<n>,"failure":null},"request":null,\
                "revisions":[\
                {"id":"001","message":"Customers","state":"APPLIED","parents":[],"dependsOn":[],"label":null,\
                "appliedAt":"<time>","durationMs":<n>,"appliedBy":"postgres","reversible":true,\
                "file":"<folder>/001_customers.sql"},\
                {"id":"002","message":"Seed data","state":"APPLIED","parents":["001"],"dependsOn":[],"label":null,\
                "appliedAt":"<time>","durationMs":<n>,"appliedBy":"postgres","reversible":true,\
                "file":"<folder>/002_seed_data.sql"},\
                {"id":"003","message":"Prices","state":"PENDING","parents":["002"],"dependsOn":[],"label":"money",\
                "appliedAt":null,"durationMs":null,"appliedBy":null,"reversible":false,\
                "file":"<folder>/003_prices.sql"}],"problem":null}}}""");
    }

    @Test
    void showsTheLastRun() {
        RevisionFolder.withTwoRevisions(folder);
        Instar instar = instar();
        instar.upgrade(Target.HEADS, Trigger.STARTUP);

        assertThat(json(endpoint(instar)
                        .migrations()
                        .databases()
                        .get("dataSource")
                        .lastRun()))
                .matches("\\{\"id\":\"<id>\",\"trigger\":\"STARTUP\",\"by\":\"[^\"]+\","
                        + "\"startedAt\":\"<time>\",\"state\":\"SUCCEEDED\",\"planned\":2,\"steps\":2,"
                        + "\"revision\":null,\"durationMs\":<n>,\"failure\":null}");
    }

    @Test
    void showsWhatOnlyTheHistoryKnows() {
        RevisionFolder.withTwoRevisions(folder);
        instar().upgrade(Target.HEADS, Trigger.STARTUP);
        folder.resolve("002_seed_data.sql").toFile().delete();

        DatabaseDescriptor shown = endpoint(instar()).migrations().databases().get("dataSource");

        assertThat(shown.state()).isEqualTo("AHEAD");
        assertThat(shown.unknown()).containsExactly("002");
        assertThat(shown.revisions())
                .last()
                .returns("002", RevisionDescriptor::id)
                .returns("Seed data", RevisionDescriptor::message)
                .returns(RevisionDescriptor.State.UNKNOWN, RevisionDescriptor::state)
                .returns(List.of("001"), RevisionDescriptor::parents)
                .returns(null, RevisionDescriptor::file);
    }

    @Test
    void showsOneRevisionAndNothingOfOneThatIsNot() {
        RevisionFolder.withTwoRevisions(folder);
        MigrationsEndpoint endpoint = endpoint(instar());

        assertThat(endpoint.revision("002"))
                .extracting(found -> found.databases().get("dataSource").message())
                .isEqualTo("Seed data");
        assertThat(endpoint.revision("003")).isNull();
    }

    /** As where a reactive service says {@code anonymous(withDefaults())}. */
    @Test
    void tellsNobodysNameToSomebodyWhomSpringSecurityCallsAnonymous() {
        RevisionFolder.withTwoRevisions(folder);
        Instar instar = instar();
        instar.upgrade(Target.HEADS, Trigger.STARTUP);
        MigrationsWebExtension onTheWeb = new MigrationsWebExtension(endpoint(instar));
        List<GrantedAuthority> authorities = AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS");
        SecurityContext anonymous = as(new AnonymousAuthenticationToken("key", "anonymousUser", authorities));
        SecurityContext ada = as(new UsernamePasswordAuthenticationToken("ada", "secret", authorities));

        assertThat(json(onTheWeb.migrations(ada))).contains("\"appliedBy\":\"postgres\"");
        assertThat(json(onTheWeb.migrations(anonymous))).doesNotContain("postgres");
        assertThat(json(onTheWeb.revision(anonymous, "001"))).doesNotContain("postgres");
    }

    private static SecurityContext as(Principal principal) {
        return new SecurityContext() {
            @Override
            public Principal getPrincipal() {
                return principal;
            }

            @Override
            public boolean isUserInRole(String role) {
                return false;
            }
        };
    }

    @Test
    void answersWhatTheFilesSayWhenTheDatabaseIsNotThere() {
        new RevisionFolder(folder).write("003_prices.sql", "-- @label money\nSELECT 1;");
        Instar unreachable = new Instar(
                new DriverManagerDataSource("jdbc:postgresql://localhost:1/none", "somebody", "secret"),
                InstarSettings.DEFAULT.withLocations("file:" + folder));

        assertThat(json(endpoint(unreachable).migrations())).isEqualTo("""
                {"databases":{"dataSource":{\
                "current":[],"heads":["003"],"applied":null,"pending":null,"unknown":[],"edited":[],\
                "state":"UNREACHABLE",\
                "running":null,"lastRun":null,"request":null,"revisions":[\
                {"id":"003","message":"Prices","state":null,"parents":[],"dependsOn":[],"label":"money",\
                "appliedAt":null,"durationMs":null,"appliedBy":null,"reversible":false,\
                "file":"<folder>/003_prices.sql"}],\
                "problem":"The database could not be asked how it stands; the log says why."}}}""");
    }

    @Test
    void isThereWhereItIsExposed() {
        runner().run(context -> assertThat(context).doesNotHaveBean(MigrationsEndpoint.class));
        runner().withPropertyValues("management.endpoints.web.exposure.include=migrations")
                .run(context -> assertThat(context).hasSingleBean(MigrationsEndpoint.class));
        runner().withPropertyValues(
                        "management.endpoints.web.exposure.include=migrations",
                        "management.endpoint.migrations.access=NONE")
                .run(context -> assertThat(context).doesNotHaveBean(MigrationsEndpoint.class));
    }

    private static ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        EndpointAutoConfiguration.class,
                        InstarAutoConfiguration.class,
                        InstarEndpointAutoConfiguration.class))
                .withPropertyValues("instar.mode=off", "instar.url=jdbc:postgresql://localhost:1/none");
    }

    private Instar instar() {
        return new Instar(database.dataSource(), InstarSettings.DEFAULT.withLocations("file:" + folder));
    }

    private static MigrationsEndpoint endpoint(Instar instar) {
        StatusSnapshot snapshot = new StatusSnapshot("dataSource", instar, Duration.ZERO, Duration.ofMinutes(1));
        return new MigrationsEndpoint(
                new MigratedDatabases(List.of(new MigratedDatabase("dataSource", Mode.MIGRATE, instar, snapshot))),
                new Requests());
    }

    private String json(Object answer) {
        return JsonMapper.builder()
                .build()
                .writeValueAsString(answer)
                .replace(folder.toString(), "<folder>")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "<time>")
                .replaceAll("\"id\":\"[0-9a-f-]{36}\"", "\"id\":\"<id>\"")
                .replaceAll("\"durationMs\":\\d+", "\"durationMs\":<n>");
    }
}

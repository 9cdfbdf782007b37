package dev.instar.boot.autoconfigure;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.InstarSettings;
import dev.instar.OnUnknownRevision;
import dev.instar.boot.Mode;
import dev.instar.history.TableNames;
import dev.instar.lock.LockType;
import dev.instar.revision.InstarException;
import dev.instar.revision.expression.Target;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.RunManner;
import dev.instar.run.TransactionScope;
import dev.instar.script.RevisionOptions;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class InstarPropertiesTests {

    @Test
    void noDefaultDriftsFromTheEngine() {
        assertThat(bind(Map.of()).toSettings(facts(InstarSettings.DEFAULT.applicationName(), null)))
                .isEqualTo(InstarSettings.DEFAULT);
    }

    @Test
    void aGroupIsTheSameWhetherNothingOrOneOfItsDefaultsIsSet() {
        InstarProperties unset = bind(Map.of());
        InstarProperties set = bind(Map.of(
                "instar.lock.timeout", "5m",
                "instar.wait.interval", "1s",
                "instar.snapshot.ttl", "2s",
                "instar.health.path", "/health",
                "instar.drift.enabled", "false",
                "instar.revisions.id-digits", "8",
                "instar.autogenerate.propose", "false",
                "instar.verify.required-tables", ""));

        assertThat(set.getLock()).isEqualTo(unset.getLock());
        assertThat(set.getWait()).isEqualTo(unset.getWait());
        assertThat(set.getSnapshot()).isEqualTo(unset.getSnapshot());
        assertThat(set.getHealth()).isEqualTo(unset.getHealth());
        assertThat(set.getDrift()).isEqualTo(unset.getDrift());
        assertThat(set.getRevisions()).isEqualTo(unset.getRevisions());
        assertThat(set.getAutogenerate()).isEqualTo(unset.getAutogenerate());
        assertThat(set.getVerify()).isEqualTo(unset.getVerify());
    }

    @ParameterizedTest
    @CsvSource({
        "ddl-lock-timeout, 0s, 0ms, 1ms",
        "lock-budget, -2m, -120000ms, 0ms",
        "concurrent-lock-budget, -2m, -120000ms, 0ms",
        "statement-timeout, -1s, -1000ms, 0ms",
        "reconnect-budget, -1s, -1000ms, 0ms",
        "answer-timeout, 0s, 0ms, 1ms",
        "lock.timeout, -1s, -1000ms, 0ms",
        "lock.lease, 0s, 0ms, 1ms",
        "wait.timeout, -1s, -1000ms, 0ms",
        "wait.interval, -1s, -1000ms, 1ms",
        "snapshot.ttl, -1s, -1000ms, 0ms",
        "snapshot.timeout, -1s, -1000ms, 1ms",
        "drift.interval, -1s, -1000ms, 0ms",
        "connect-retries, -1, -1, 0",
        "group-size, 0, 0, 1"
    })
    void refusesTimesAndCountsThatMakeNoSense(String property, String value, String said, String least) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withPropertyValues("instar.url=jdbc:postgresql://localhost:1/none", "instar.mode=off")
                .withPropertyValues("instar.%s=%s".formatted(property, value))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InstarException.class)
                        .hasMessage("'instar.%s' is %s. Set it to %s or more.".formatted(property, said, least)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"target", "locations", "history-table", "journal-table", "health.path"})
    void refusesWhatCannotBeEmpty(String property) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withPropertyValues("instar.url=jdbc:postgresql://localhost:1/none", "instar.mode=off")
                .withPropertyValues("instar.%s=".formatted(property))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("'instar.%s' is empty. Give it a value, or take it out.".formatted(property)));
    }

    @Test
    void anEmptyAddressOrUserIsNone() {
        InstarProperties properties = bind(Map.of(
                "instar.url", "",
                "instar.user", " ",
                "instar.databases.orders.url", "",
                "instar.databases.orders.user", ""));

        assertThat(properties.getUrl()).isNull();
        assertThat(properties.getUser()).isNull();
        assertThat(properties.getDatabases().get("orders").url()).isNull();
        assertThat(properties.getDatabases().get("orders").user()).isNull();
    }

    @Test
    void aVariableOfTheEnvironmentIsAboutADatabaseWhoseNameItCannotWrite() {
        InstarProperties properties = new Binder(
                        ConfigurationPropertySource.from(new SystemEnvironmentPropertySource(
                                "systemEnvironment", Map.of("INSTAR_DATABASES_ORDERSTOCK_PASSWORD", "secret"))),
                        new MapConfigurationPropertySource(Map.of(
                                "instar.databases.order-stock.user",
                                "owner",
                                "instar.databases.billing.user",
                                "clerk")))
                .bindOrCreate("instar", InstarProperties.class);

        assertThat(properties.getDatabases()).containsOnlyKeys("order-stock", "billing");
        assertThat(properties.getDatabases().get("order-stock").password()).isEqualTo("secret");
        assertThat(properties.getDatabases().get("order-stock").user()).isEqualTo("owner");
    }

    @Test
    void anEmptySchemaIsNoSchema() {
        InstarSettings settings = bind(Map.of("instar.schema", " ")).toSettings(facts("shop", null));

        assertThat(settings.tables()).isEqualTo(TableNames.DEFAULT);
    }

    @Test
    void everySettingOfTheEngineCanBeSet() {
        InstarSettings settings = bind(Map.ofEntries(
                        entry("instar.target", "accounts@head"),
                        entry("instar.locations", "classpath:one,file:/two"),
                        entry("instar.schema", "ops"),
                        entry("instar.history-table", "h"),
                        entry("instar.journal-table", "j"),
                        entry("instar.transaction", "run"),
                        entry("instar.group-size", "7"),
                        entry("instar.lock.type", "lease"),
                        entry("instar.lock.timeout", "7s"),
                        entry("instar.lock.lease", "40s"),
                        entry("instar.on-unknown-revision", "fail"),
                        entry("instar.application.name", "shop"),
                        entry("instar.application.version", "1.4.2"),
                        entry("instar.placeholders.theme", "dark"),
                        entry("instar.ddl-lock-timeout", "3s"),
                        entry("instar.lock-budget", "1m"),
                        entry("instar.concurrent-lock-budget", "1h"),
                        entry("instar.statement-timeout", "10m"),
                        entry("instar.connect-retries", "5"),
                        entry("instar.reconnect-budget", "4m"),
                        entry("instar.answer-timeout", "5s"),
                        entry("instar.allow-pooler", "true")))
                .toSettings(facts("unused", "unused"));

        assertThat(settings)
                .isEqualTo(new InstarSettings(
                        List.of("classpath:one", "file:/two"),
                        new TableNames("ops", "h", "j"),
                        Duration.ofSeconds(7),
                        OnUnknownRevision.FAIL,
                        "shop",
                        "1.4.2",
                        RevisionOptions.NONE.withPlaceholders(Map.of("theme", "dark")),
                        new ExecutionSettings(
                                Duration.ofSeconds(3),
                                Duration.ofMinutes(1),
                                Duration.ofHours(1),
                                Duration.ofMinutes(10),
                                5,
                                Duration.ofMinutes(4),
                                Duration.ofSeconds(5),
                                true,
                                new RunManner(LockType.LEASE, Duration.ofSeconds(40), TransactionScope.RUN, 7)),
                        Target.parse("accounts@head")));
        assertThat(Stream.of(InstarSettings.class.getRecordComponents()))
                .allSatisfy(setting -> assertThat(value(setting, settings))
                        .as(setting.getName())
                        .isNotEqualTo(value(setting, InstarSettings.DEFAULT)));
    }

    @Test
    void environmentsAreTheActiveProfilesUnlessTheyAreSet() {
        ApplicationFacts staging = new ApplicationFacts("shop", null, List.of("staging"), List.of());

        assertThat(bind(Map.of()).toSettings(staging).revisionOptions().environments())
                .containsExactly("staging");
        assertThat(bind(Map.of("instar.environments", ""))
                        .toSettings(staging)
                        .revisionOptions()
                        .environments())
                .containsExactly("staging");
        assertThat(bind(Map.of("instar.environments", "test"))
                        .toSettings(staging)
                        .revisionOptions()
                        .environments())
                .containsExactly("test");
    }

    @Test
    void everythingElseCanBeSetToo() {
        InstarProperties properties = bind(Map.of(
                "instar.mode", "verify",
                "instar.url", "jdbc:postgresql://db/shop",
                "instar.user", "owner",
                "instar.password", "secret",
                "instar.wait.timeout", "2m",
                "instar.wait.interval", "3s",
                "instar.snapshot.ttl", "1m",
                "instar.health.path", "none",
                "instar.health.show-details", "false"));

        assertThat(properties.getMode()).isEqualTo(Mode.VERIFY);
        assertThat(properties.getUrl()).isEqualTo("jdbc:postgresql://db/shop");
        assertThat(properties.getUser()).isEqualTo("owner");
        assertThat(properties.getPassword()).isEqualTo("secret");
        assertThat(properties.getWait())
                .isEqualTo(new InstarProperties.Wait(Duration.ofMinutes(2), Duration.ofSeconds(3)));
        assertThat(properties.getSnapshot().ttl()).isEqualTo(Duration.ofMinutes(1));
        assertThat(properties.getHealth().path()).isEqualTo("none");
        assertThat(properties.getHealth().showDetails()).isFalse();
    }

    @Test
    void theDocumentedDatabasesSayWhatTheyAreMeantTo() throws IOException {
        InstarProperties properties = new Binder(new MapConfigurationPropertySource(
                        PropertiesLoaderUtils.loadProperties(new ClassPathResource("several-databases.properties"))))
                .bind("instar", InstarProperties.class)
                .get();

        assertThat(properties.getDatabases()).containsOnlyKeys("orders", "stock", "archive");
        assertThat(properties.getDatabases().get("stock").dataSource()).isEqualTo("stockPool");
        NamedSettings archive =
                new NamedSettings("archive", properties.getDatabases().get("archive"), properties);
        assertThat(archive.mode()).isEqualTo(Mode.VERIFY);
        assertThat(archive.settings(facts("shop", null)).locations()).containsExactly("classpath:db/migration/archive");
    }

    @Test
    void comparingAndWatchingCanBeSet() {
        InstarProperties properties = bind(Map.of(
                "instar.autogenerate.source", "schema.sql",
                "instar.autogenerate.schemas", "a,b",
                "instar.autogenerate.include", "shop_*",
                "instar.autogenerate.exclude", "*_old",
                "instar.autogenerate.extent", "everything",
                "instar.autogenerate.propose", "true",
                "instar.drift.enabled", "true",
                "instar.drift.interval", "1h"));

        assertThat(properties.getAutogenerate())
                .isEqualTo(new InstarProperties.Autogenerate(
                        "schema.sql",
                        List.of("a", "b"),
                        List.of("shop_*"),
                        List.of("*_old"),
                        InstarProperties.Extent.EVERYTHING,
                        true));
        assertThat(properties.getDrift()).isEqualTo(new InstarProperties.Drift(true, Duration.ofHours(1)));
    }

    @Test
    void refusesAPropertyThatDoesNotExist() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withPropertyValues("instar.mode=off", "instar.url=jdbc:postgresql://localhost:1/none")
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("typo", Map.of("instar.location", "classpath:there"))))
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("instar.location"));
    }

    @Test
    void doesNotShowThePassword() {
        assertThat(bind(Map.of("instar.password", "hush")).toString()).doesNotContain("hush");
    }

    private static InstarProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("instar", InstarProperties.class);
    }

    private static Object value(RecordComponent setting, InstarSettings settings) throws ReflectiveOperationException {
        return setting.getAccessor().invoke(settings);
    }

    private static ApplicationFacts facts(String name, @Nullable String version) {
        return new ApplicationFacts(name, version, List.of(), List.of());
    }
}

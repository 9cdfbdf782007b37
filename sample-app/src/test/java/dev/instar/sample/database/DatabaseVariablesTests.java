package dev.instar.sample.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseVariablesTests {

    @Test
    void keepsFiveConnectionsAndOpensTenMoreByDefault() {
        assertThat(variables(Map.of()).pool())
                .isEqualTo(Map.of(
                        "spring.datasource.hikari.minimum-idle", 5,
                        "spring.datasource.hikari.maximum-pool-size", 15,
                        "spring.datasource.hikari.connection-timeout", 30_000L));
    }

    @Test
    void addsPoolSizeAndOverflow() {
        assertThat(variables(Map.of("DB_POOL_SIZE", "10", "DB_MAX_OVERFLOW", " 20 ", "DB_POOL_TIMEOUT", "5"))
                        .pool())
                .isEqualTo(Map.of(
                        "spring.datasource.hikari.minimum-idle", 10,
                        "spring.datasource.hikari.maximum-pool-size", 30,
                        "spring.datasource.hikari.connection-timeout", 5_000L));
    }

    @Test
    void allowsNoOverflow() {
        assertThat(variables(Map.of("DB_MAX_OVERFLOW", "0")).pool())
                .containsEntry("spring.datasource.hikari.maximum-pool-size", 5);
    }

    @ParameterizedTest
    @CsvSource({
        "DB_POOL_SIZE, 0, 1, 5",
        "DB_POOL_SIZE, five, 1, 5",
        "DB_POOL_SIZE, 99999999999, 1, 5",
        "DB_MAX_OVERFLOW, -1, 0, 10",
        "DB_POOL_TIMEOUT, 0, 1, 30",
        "DB_POOL_TIMEOUT, 1.5, 1, 30"
    })
    void refusesWhatIsNotANumberInRange(String name, String value, int least, int byDefault) {
        assertThatExceptionOfType(UnusableDatabaseException.class)
                .isThrownBy(() -> variables(Map.of(name, value)).pool())
                .withMessage("%s is not a whole number from %d to 999999.", name, least)
                .satisfies(e ->
                        assertThat(e.action()).isEqualTo("Correct it, or remove it for the default of %d.", byDefault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "1", " yes "})
    void echoesStatements(String value) {
        assertThat(variables(Map.of("DB_ECHO_SQL", value)).logging())
                .isEqualTo(Map.of("logging.level.org.springframework.jdbc.core", "DEBUG"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "False", "0"})
    void isQuietByDefault(String value) {
        assertThat(variables(Map.of("DB_ECHO_SQL", value)).logging()).isEmpty();
        assertThat(variables(Map.of()).logging()).isEmpty();
    }

    @Test
    void refusesAnUnclearEcho() {
        assertThatExceptionOfType(UnusableDatabaseException.class)
                .isThrownBy(() -> variables(Map.of("DB_ECHO_SQL", "perhaps")).logging())
                .withMessage("DB_ECHO_SQL is neither 'true' nor 'false'.");
    }

    @Test
    void mapsTheUrl() {
        assertThat(variables(Map.of("DATABASE_URL", "postgres://ada:s%40fe@db/app"))
                        .connection())
                .isEqualTo(Map.of(
                        "spring.datasource.url", "jdbc:postgresql://db/app",
                        "spring.datasource.username", "ada",
                        "spring.datasource.password", "s@fe"));
    }

    @Test
    void mapsNoMoreThanTheUrlHolds() {
        assertThat(variables(Map.of("DATABASE_URL", "postgres://db/app")).connection())
                .isEqualTo(Map.of("spring.datasource.url", "jdbc:postgresql://db/app"));
        assertThat(variables(Map.of("DATABASE_URL", " ")).connection()).isEmpty();
        assertThat(variables(Map.of()).connection()).isEmpty();
    }

    private static DatabaseVariables variables(Map<String, String> variables) {
        return new DatabaseVariables(variables::get);
    }
}

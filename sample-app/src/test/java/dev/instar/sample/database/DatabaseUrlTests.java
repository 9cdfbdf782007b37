package dev.instar.sample.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTests {

    @Test
    void separatesCredentialsFromTheUrl() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://ada:secret@db.example:6432/analytics?sslmode=require");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6432/analytics?sslmode=require");
        assertThat(url.username()).isEqualTo("ada");
        assertThat(url.password()).isEqualTo("secret");
        assertThat(url).hasToString("jdbc:postgresql://db.example:6432/analytics?sslmode=require");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://db/app,                          jdbc:postgresql://db/app",
        "postgresql+asyncpg://db/app,                jdbc:postgresql://db/app",
        "PostgreSQL+Psycopg2://db/app,               jdbc:postgresql://db/app",
        "postgresql://db,                            jdbc:postgresql://db/",
        "postgresql://db:/app,                       jdbc:postgresql://db/app",
        "postgresql:///app,                          jdbc:postgresql://localhost/app",
        "postgresql://ada@:5433/app,                 jdbc:postgresql://localhost:5433/app",
        "postgresql://[::1]:5433/app,                jdbc:postgresql://[::1]:5433/app",
        "postgresql://ada:x@[2001:db8::7]/app,       jdbc:postgresql://[2001:db8::7]/app",
        "postgresql://db/caf%C3%A9%20%2B1,           jdbc:postgresql://db/caf%C3%A9%20%2B1",
        "postgresql://db/a+b,                        jdbc:postgresql://db/a%2Bb",
        "' postgresql://db/app ',                    jdbc:postgresql://db/app",
    })
    void readsEveryUsualForm(String text, String jdbcUrl) {
        assertThat(DatabaseUrl.parse(text).jdbcUrl()).isEqualTo(jdbcUrl);
    }

    @Test
    void handsOnSeveralHosts() {
        assertThat(DatabaseUrl.parse("postgresql://one:5432,two,[::1]:5433/app").jdbcUrl())
                .isEqualTo("jdbc:postgresql://one:5432,two,[::1]:5433/app");
    }

    @ParameterizedTest
    @CsvSource({
        "sslmode=verify-full&sslrootcert=/etc/ca.pem, sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem",
        "ssl=require,                                 sslmode=require",
        "ssl=true,                                    ssl=true",
        "application_name=my%20app,                   ApplicationName=my%20app",
        "connect_timeout=3,                           connectTimeout=3",
        "options=-c%20work_mem%3D8MB,                 options=-c%20work_mem%3D8MB",
        "a=1+1&&b,                                    a=1%2B1&b=",
    })
    void handsOnParametersByTheNamesOfTheDriver(String query, String expected) {
        assertThat(DatabaseUrl.parse("postgresql://db/app?" + query).jdbcUrl())
                .isEqualTo("jdbc:postgresql://db/app?" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "s%40fe%2F%3A%25, s@fe/:%",
                "caf%C3%A9, café",
                "a+b c, a+b c",
                "a:b@c#d, a:b@c#d",
                "$%7Bhome%7D${home}, ${home}${home}",
            })
    void decodesPasswords(String encoded, String password) {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://ada:" + encoded + "@db/app");
        assertThat(url.password()).isEqualTo(password);
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db/app");
    }

    @Test
    void decodesUserNames() {
        assertThat(DatabaseUrl.parse("postgresql://ada%40example:x@db/app").username())
                .isEqualTo("ada@example");
    }

    @Test
    void takesCredentialsOutOfTheParameters() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://db/app?user=ada&password=s%26t&sslmode=require");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db/app?sslmode=require");
        assertThat(url.username()).isEqualTo("ada");
        assertThat(url.password()).isEqualTo("s&t");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://db/app");
        assertThat(url.username()).isNull();
        assertThat(url.password()).isNull();
        assertThat(DatabaseUrl.parse("postgresql://ada:@db/app").password()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kestrel",
                "ada:kestrel@db/app",
                "mysql://ada:kestrel@db/app",
                "sqlite+aiosqlite:///./kestrel.db",
                "jdbc:postgresql://db/app?user=ada&password=kestrel",
                "postgresql://ada:kestrel@db:port/app",
                "postgresql://ada:kestrel@db:0/app",
                "postgresql://ada:kestrel@db:65536/app",
                "postgresql://ada:kestrel@db:543210/app",
                "postgresql://ada:kestrel@2001:db8::7/app",
                "postgresql://ada:kestrel@[db]/app",
                "postgresql://ada:kestrel@d b/app",
                "postgresql://ada:kestrel@db/app/more",
                "postgresql://ada:kestrel%@db/app",
                "postgresql://ada:kestrel%4@db/app",
                "postgresql://ada:kestrel%4g@db/app",
                "postgresql://ada:kestrel%é9@db/app",
                "postgresql://ada:kes/trel@db/app",
                "postgresql://ada:1/kestrel@db/app",
                "postgresql://ada:1?kestrel@db/app",
                "postgresql://ada:1/?kestrel@db/app",
                "postgresql://ada:kestrel@db/app?password=%zz"
            })
    void refusesMalformedUrlsWithoutQuotingThem(String text) {
        assertThatExceptionOfType(UnusableDatabaseException.class)
                .isThrownBy(() -> DatabaseUrl.parse(text))
                .withNoCause()
                .satisfies(e -> assertThat(e.getMessage() + e.action())
                        .startsWith("DATABASE_URL ")
                        .doesNotContain("kes", "trel", "ada"));
    }

    @Test
    void saysWhatToDo() {
        assertThatExceptionOfType(UnusableDatabaseException.class)
                .isThrownBy(() -> DatabaseUrl.parse("postgresql://ada:100%@db/app"))
                .withMessage("DATABASE_URL holds a '%' that is not followed by two hexadecimal digits.")
                .satisfies(e -> assertThat(e.action())
                        .isEqualTo(
                                "Correct it, and percent-encode the characters % : / ? # [ ] @ where they belong to a"
                                        + " user name or a password (an at sign is %40)."));
    }
}

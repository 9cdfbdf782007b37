package dev.instar.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTests {

    private static final List<String> SECRETIVE = List.of(
            "ALTER ROLE r PASSWORD 'hunter2'",
            "ALTER ROLE r PassWord $$hunter2$$",
            "ALTER ROLE r PASSWORD $tag$hunter2$tag$ oops",
            "ALTER ROLE r PASSWORD E'a\\'hunter2'",
            "ALTER ROLE r PASSWORD 'a\\'hunter2' oops",
            "ALTER ROLE r PASSWORD U&'hunter2'",
            "ALTER ROLE r PASSWORD 'a''hunter2'",
            "ALTER ROLE r PASSWORD 'a'\n 'hunter2'",
            "ALTER ROLE r PASSWORD 'hunter2",
            "ALTER ROLE r PASSWORD 'a' -- was 'hunter2'",
            "DO $$ BEGIN EXECUTE 'ALTER ROLE r PASSWORD ''hunter2'''; END $$",
            "CREATE SUBSCRIPTION s CONNECTION 'host=db password=hunter2' PUBLICATION p");

    @Test
    void hidesPasswordsHoweverTheyAreWritten() {
        assertThat(SECRETIVE).allSatisfy(statement -> {
            assertThat(Excerpt.of(statement, 1, 1, 5)).contains("'***'").doesNotContain("hunter2");
            assertThat(Excerpt.withoutSecrets(statement)).doesNotContain("hunter2");
        });
    }

    @Test
    void keepsTheNumbersOfLines() {
        assertThat(Excerpt.of("DO $$\n'hunter2'\r\n-- password\n$$;\nSELECT x", 7, 11, 8))
                .isEqualTo("    8 | \n    9 | \n   10 | ;\n   11 | SELECT x");
    }

    @Test
    void pointsAtTheMistakeWhereNothingIsSecret() {
        assertThat(Excerpt.of("SELECT 'shown' x y", 3, 3, 18))
                .isEqualTo("    3 | SELECT 'shown' x y\n" + " ".repeat(25) + "^");
    }
}

package dev.instar.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenDigestTests {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            SELECT 1~select   1
            SELECT 1~/* a */ SELECT/* b */1 -- c
            SELECT 1~SELECT 1;;;
            SELECT 1;SELECT 2~;SELECT 1; ;SELECT 2
            SELECT a+b~SELECT a + b
            SELECT f(x)::int~select F ( x ) :: INT
            SELECT E'x'~select e'x'
            SELECT 1e5, 0xff~SELECT 1E5, 0xFF
            SELECT +-1~SELECT + - 1
            SELECT $$a;b$$~SELECT -- x
            """)
    void staysTheSame(String one, String other) {
        String completed = one.contains("$$") ? other + "\n$$a;b$$;" : other;

        assertThat(digest(completed)).isEqualTo(digest(one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT1",
                "SELECT 1; SELECT 1",
                "SELECT; 1",
                "SELECT 2",
                "SELECT a b",
                "SELECT ab",
                "SELECT \"a\" b",
                "SELECT \"A\" b",
                "SELECT 'a' b",
                "SELECT 'A' b",
                "SELECT 'a'",
                "SELECT 'a ' b",
                "SELECT 'a'\n'b'",
                "SELECT 'a' 'b'",
                "SELECT 'a''b'",
                "SELECT E'a'",
                "SELECT N'a'",
                "SELECT $$a$$",
                "SELECT $x$a$x$",
                "SELECT $$ a$$",
                "SELECT <> 1",
                "SELECT < > 1",
                "SELECT ÄB",
                "SELECT äb",
                "SELECT 1 . 2",
                "SELECT 1.2",
                "SELECT t_${x}",
                "SELECT t_ ${x}",
                "SELECT t_${X}",
                "SELECT ${x}t_",
                "SELECT ${x} t_",
                "COPY t FROM stdin;\n1\n\\.\n",
                "COPY t FROM stdin;\n2\n\\.\n",
                "COPY t FROM stdin;\n1 \n\\.\n",
                "COPY t FROM stdin;\n\n1\n\\.\n",
                "COPY t FROM stdin;\n1\n\\.\nSELECT 1;",
                "COPY t FROM stdin;\n1\nSELECT 1;\n\\.\n",
                "COPY t FROM stdin;\n\\.\n",
                ""
            })
    void changesWithEveryToken(String script) {
        SEEN.merge(
                digest(script), script, (before, after) -> before.equals(after) ? before : before + "\n==\n" + after);

        assertThat(SEEN).containsEntry(digest(script), script);
    }

    private static final Map<String, String> SEEN = new HashMap<>();

    @Test
    void takesCrLfForLfInsideStringsAndData() {
        String script = "SELECT 'a\nb', $$c\n\nd$$;\nCOPY t FROM stdin;\n1\n2\n\\.\nSELECT 1;\n";

        assertThat(digest(script.replace("\n", "\r\n"))).isEqualTo(digest(script));
        assertThat(digest("SELECT 'a\rb'")).isNotEqualTo(digest("SELECT 'a\nb'"));
        assertThat(digest("SELECT 'a\r'")).isNotEqualTo(digest("SELECT 'a'"));
    }

    @Test
    void doesNotMindHowTheDataOfACopyEnds() {
        assertThat(digest("COPY t FROM stdin;\n1\n")).isEqualTo(digest("COPY t FROM stdin;\n1\n\\.\n"));
        assertThat(digest("COPY t FROM stdin;\n1")).isEqualTo(digest("COPY t FROM stdin;\n1\n\\.\n"));
    }

    @Test
    void countsTheDataWhoeverReadsIt() {
        String script = "COPY t FROM stdin;\n" + "1\tsome data\r\n".repeat(5000) + "\\.\nSELECT 1;\n";
        TokenDigest digest = new TokenDigest();
        try (SqlReader reader = new SqlReader(new StringReader(script))) {
            reader.digestInto(digest);
            reader.next();
            assertThat(Transcript.read(reader.copyData())).hasSize(5000 * 13);
            reader.next();
        }

        assertThat(digest.hex()).isEqualTo(digest(script)).isNotEqualTo(digest(script.replace("some", "same")));
    }

    @Test
    void hearsOnlyWhatIsReadWhileItListens() {
        TokenDigest up = new TokenDigest();
        TokenDigest down = new TokenDigest();
        try (SqlReader reader =
                new SqlReader(new StringReader("-- @upgrade\nSELECT 1\n-- @downgrade\nSELECT 2;\n-- @end\nSELECT 3"))) {
            for (SqlItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof Directive directive) {
                    reader.digestInto(Map.of("upgrade", up, "downgrade", down).get(directive.name()));
                }
            }
        }

        assertThat(up.hex()).isEqualTo(digest("SELECT 1"));
        assertThat(down.hex()).isEqualTo(digest("SELECT 2"));
    }

    @Test
    void canBeAskedMoreThanOnce() {
        TokenDigest digest = new TokenDigest();

        assertThat(digest.hex()).hasSize(64).isEqualTo(digest.hex());
    }

    @Test
    void doesNotHearWhatStandsBetweenTokens() {
        Random random = new Random(4711);
        List<String> tokens = List.of("a", "\"b\"", "1", "+", "(", ")", "$$;$$", "::", ",", ".", "$1", "[", "<>");
        List<String> gaps = List.of(" ", "\n", "/**/ ", " --\n", "\t\r\n", " /* /* */ ; */ ");
        for (int i = 0; i < 500; i++) {
            StringBuilder one = new StringBuilder();
            StringBuilder other = new StringBuilder();
            for (int j = 0; j < 20; j++) {
                String token = tokens.get(random.nextInt(tokens.size()));
                one.append(token).append(gaps.get(random.nextInt(gaps.size())));
                other.append(token).append(gaps.get(random.nextInt(gaps.size())));
            }
            assertThat(digest(one.toString())).as(one.toString()).isEqualTo(digest(other.toString()));
        }
    }

    private static String digest(String script) {
        TokenDigest digest = new TokenDigest();
        try (SqlReader reader = new SqlReader(new StringReader(script))) {
            reader.digestInto(digest);
            while (reader.next() != null) {
                continue;
            }
        }
        return digest.hex();
    }
}

package dev.instar.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of every script, however absurd. */
class RandomScriptTests {

    private static final int SCRIPTS = 3000;

    private final long seed = Long.getLong("instar.test.seed", System.nanoTime());
    private final RandomScripts random = new RandomScripts(seed);
    private final Random chance = new Random(seed);

    RandomScriptTests() {
        System.out.println("RandomScriptTests: -Dinstar.test.seed=" + seed);
    }

    @Test
    void everyStatementStandsWhereItsPositionSays() {
        for (int i = 0; i < SCRIPTS; i++) {
            String script = random.next();
            for (Statement statement : completeStatements(script)) {
                TextPosition position = statement.position();
                assertThat(script.substring(offset(statement))).as(script).startsWith(statement.text());
                assertThat(countedByHand(script, offset(statement))).as(script).isEqualTo(position);
                int inside = chance.nextInt(statement.text().length());
                assertThat(statement.positionAt(inside))
                        .as(script)
                        .isEqualTo(countedByHand(script, offset(statement) + inside));
            }
        }
    }

    @Test
    void nothingButCommentsAndSemicolonsLiesBetweenStatements() {
        for (int i = 0; i < SCRIPTS; i++) {
            String script = random.next();
            int end = 0;
            for (Statement statement : completeStatements(script)) {
                int start = offset(statement);
                if (!script.substring(end, start).contains("\\.")) {
                    assertThat(completeStatements(script.substring(end, start)))
                            .as(script)
                            .isEmpty();
                }
                end = start + statement.text().length();
            }
        }
    }

    @Test
    void aStatementSplitAgainIsItself() {
        for (int i = 0; i < SCRIPTS; i++) {
            String script = random.next();
            for (Statement statement : completeStatements(script)) {
                assertThat(completeStatements(statement.text()))
                        .as(script)
                        .extracting(Statement::text, Statement::kind)
                        .containsExactly(tuple(statement.text(), statement.kind()));
            }
        }
    }

    @Test
    void readingInCrumbsIsReadingAtOnce() {
        for (int i = 0; i < SCRIPTS; i++) {
            String script = random.next().repeat(chance.nextInt(3) == 0 ? 60 : 1);
            assertThat(Transcript.of(new CrumblingReader(script, chance))).isEqualTo(Transcript.of(script));
            assertThat(digest(new CrumblingReader(script, chance))).isEqualTo(digest(new StringReader(script)));
        }
    }

    private static List<Statement> completeStatements(String script) {
        List<Statement> statements = new ArrayList<>();
        try (SqlReader reader = new SqlReader(new StringReader(script))) {
            for (SqlItem item = reader.next(); item != null; item = reader.next()) {
                statements.add((Statement) item);
            }
        } catch (SqlSyntaxException unterminated) {
            return statements;
        }
        return statements;
    }

    private static String digest(Reader script) {
        TokenDigest digest = new TokenDigest();
        try (SqlReader reader = new SqlReader(script)) {
            reader.digestInto(digest);
            while (reader.next() != null) {
                continue;
            }
        } catch (SqlSyntaxException unterminated) {
            return digest.hex();
        }
        return digest.hex();
    }

    private static int offset(Statement statement) {
        return Math.toIntExact(statement.position().offset());
    }

    private static TextPosition countedByHand(String script, int offset) {
        String before = script.substring(0, offset);
        String lines = before.replace("\r\n", "\n").replace('\r', '\n');
        boolean betweenCrAndLf = before.endsWith("\r") && script.startsWith("\n", offset);
        if (betweenCrAndLf) {
            lines = lines.substring(0, lines.length() - 1) + "x";
        }
        int lastLineEnd = lines.lastIndexOf('\n');
        int line =
                1 + (int) lines.chars().filter(character -> character == '\n').count();
        int column = 1 + lines.codePointCount(lastLineEnd + 1, lines.length());
        return new TextPosition(offset, line, column);
    }

    /** Gives away one, two or three characters at a time. */
    private static final class CrumblingReader extends Reader {

        private final StringReader text;
        private final Random chance;

        CrumblingReader(String text, Random chance) {
            this.text = new StringReader(text);
            this.chance = chance;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            return text.read(target, offset, Math.min(length, 1 + chance.nextInt(3)));
        }

        @Override
        public void close() {
            text.close();
        }
    }
}

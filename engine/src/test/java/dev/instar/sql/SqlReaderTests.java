package dev.instar.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SqlReaderTests {

    @Test
    void refusesNulAndSaysWhere() {
        assertThatExceptionOfType(SqlSyntaxException.class)
                .isThrownBy(() -> Transcript.statements("SELECT 1;\r\nSELECT 'a\0b';"))
                .satisfies(e -> {
                    assertThat(e).hasMessage("The script contains a NUL character.");
                    assertThat(e.remedy()).isEqualTo("Remove it; if the file is full of them, save it in UTF-8.");
                    assertThat(e.position()).isEqualTo(new TextPosition(20, 2, 10));
                });
    }

    @Test
    void refusesNulBehindACarriageReturn() {
        assertThatExceptionOfType(SqlSyntaxException.class)
                .isThrownBy(() -> Transcript.statements("SELECT 1\r\0"))
                .satisfies(e -> assertThat(e.position()).isEqualTo(new TextPosition(9, 2, 1)));
    }

    @Test
    void givesTheDataOfACopyPieceByPiece() throws IOException {
        try (SqlReader reader = new SqlReader(new StringReader("COPY t FROM stdin;\n12\n345\n\\.\nSELECT 1;"))) {
            reader.next();
            Reader data = reader.copyData();
            char[] piece = new char[4];
            assertThat(data.read(piece, 1, 2)).isEqualTo(2);
            assertThat(piece).containsExactly('\0', '1', '2', '\0');
            assertThat(data.read()).isEqualTo('\n');
            assertThat(data.read(piece, 0, 0)).isZero();
            assertThat(data.read(piece)).isEqualTo(4);
            assertThat(data.read(piece)).isEqualTo(-1);
            assertThat(data.read()).isEqualTo(-1);
            assertThat(reader.next())
                    .isEqualTo(new Statement("SELECT 1", new TextPosition(29, 5, 1), StatementKind.QUERY, true));
        }
    }

    @Test
    void givesNoHalfOfACharacter() throws IOException {
        String line = "x" + "😀".repeat(20_000) + "\n";
        try (SqlReader reader = new SqlReader(new StringReader("COPY t FROM stdin;\n" + line + "\\.\n"))) {
            reader.next();
            Reader data = reader.copyData();
            StringBuilder encoded = new StringBuilder();
            char[] piece = new char[65_536];
            for (int count = data.read(piece); count > 0; count = data.read(piece)) {
                encoded.append(new String(new String(piece, 0, count).getBytes(UTF_8), UTF_8));
            }
            assertThat(encoded).hasToString(line);
        }
    }

    @Test
    void skipsDataNobodyReadAndGivesItToNobodyAfterwards() {
        try (SqlReader reader = new SqlReader(new StringReader("COPY t FROM stdin;\n1\n\\.\nSELECT 1;"))) {
            reader.next();
            Reader data = reader.copyData();
            assertThat(reader.next()).isInstanceOf(Statement.class);
            assertThatThrownBy(data::read).isInstanceOf(IOException.class);
            assertThatThrownBy(reader::copyData).isInstanceOf(IllegalStateException.class);
            assertThat(reader.next()).isNull();
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void closesWhatItReads() {
        AtomicBoolean closed = new AtomicBoolean();
        Reader text = new StringReader("") {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        new SqlReader(text).close();

        assertThat(closed).isTrue();
    }

    @Test
    void passesOnWhatTheReaderThrows() {
        Reader broken = new Reader() {
            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                throw new IOException("broken");
            }

            @Override
            public void close() throws IOException {
                throw new IOException("broken too");
            }
        };
        SqlReader reader = new SqlReader(broken);

        assertThatThrownBy(reader::next)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("broken");
        assertThatThrownBy(reader::close)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("broken too");
    }

    @Test
    void keepsNoMoreThanOneStatementInMemory() {
        String line = "INSERT INTO t VALUES ('" + "x".repeat(1000) + "'); -- and so on\n";
        String data = "COPY t FROM stdin;\n" + "1\tsome data\n".repeat(1000) + "\\.\n";
        EndlessReader script =
                new EndlessReader(line.repeat(50) + data + "/* " + "long ".repeat(1000) + "*/\n", 60_000_000);
        int statements = 0;
        try (SqlReader reader = new SqlReader(script)) {
            while (reader.next() != null) {
                statements++;
                assertThat(reader.charactersInMemory()).isLessThan(100_000);
            }
        }

        assertThat(statements).isGreaterThan(40_000);
    }

    @Test
    void streamsTheDataOfACopy() throws IOException {
        EndlessReader script = new EndlessReader("COPY t FROM stdin;\n" + "1\tsome data\n".repeat(1_000_000), 1);
        try (SqlReader reader = new SqlReader(script)) {
            reader.next();
            Reader data = reader.copyData();
            char[] target = new char[1_000_000];
            long length = 0;
            for (int count = data.read(target); count > 0; count = data.read(target)) {
                length += count;
                assertThat(reader.charactersInMemory()).isLessThan(100_000);
            }
            assertThat(length).isEqualTo(12_000_000);
        }
    }

    @Test
    void growsForOneLargeStatement() {
        String body = "SELECT $$" + "0123456789".repeat(500_000) + "$$";

        assertThat(Transcript.statements("SELECT 1;\n" + body + ";\nSELECT 2"))
                .extracting(Statement::text)
                .containsExactly("SELECT 1", body, "SELECT 2");
    }

    /** Repeats a text until it has given away so many characters. */
    private static final class EndlessReader extends Reader {

        private final String text;
        private long left;
        private int index;

        EndlessReader(String text, long length) {
            this.text = text;
            this.left = length;
        }

        @Override
        public int read(char[] target, int offset, int length) {
            if (left <= 0 && index == 0) {
                return -1;
            }
            int count = Math.min(length, text.length() - index);
            text.getChars(index, index + count, target, offset);
            index = (index + count) % text.length();
            left -= count;
            return count;
        }

        @Override
        public void close() {}
    }
}

package dev.instar.sql;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Writes down everything a reader says about a script, for the eyes of whoever reviews a golden file. */
final class Transcript {

    private final StringBuilder lines = new StringBuilder();

    static String of(String script) {
        return of(new StringReader(script));
    }

    static String of(Reader script) {
        Transcript transcript = new Transcript();
        try (SqlReader reader = new SqlReader(script)) {
            for (SqlItem item = reader.next(); item != null; item = reader.next()) {
                transcript.write(item, reader);
            }
        } catch (SqlSyntaxException e) {
            transcript.heading(e.position(), "! " + e.getMessage());
            transcript.block("!", e.remedy());
        }
        return transcript.lines.toString();
    }

    static List<Statement> statements(String script) {
        List<Statement> statements = new ArrayList<>();
        try (SqlReader reader = new SqlReader(new StringReader(script))) {
            for (SqlItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof Statement statement) {
                    statements.add(statement);
                }
            }
        }
        return statements;
    }

    private void write(SqlItem item, SqlReader reader) {
        if (item instanceof Statement statement) {
            heading(statement.position(), statement.kind().name());
            block("|", statement.text());
            if (statement.kind() == StatementKind.COPY_FROM_STDIN) {
                block(">", read(reader.copyData()));
            }
        } else if (item instanceof Directive directive) {
            heading(directive.position(), "@" + directive.name() + " [" + directive.argument() + "]");
        }
    }

    private void heading(TextPosition position, String text) {
        lines.append(position.line()).append(':').append(position.column());
        lines.append(" +").append(position.offset()).append(' ').append(text).append('\n');
    }

    private void block(String margin, String text) {
        text.replace("\r\n", "{CRLF}\n")
                .replace("\r", "{CR}\n")
                .lines()
                .forEach(line -> lines.append("    ")
                        .append(margin)
                        .append(line.isEmpty() ? "" : " " + line)
                        .append('\n'));
    }

    static String read(Reader reader) {
        try {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package dev.instar.script;

import dev.instar.revision.Origin;
import dev.instar.sql.SqlReader;
import dev.instar.sql.Statement;
import dev.instar.sql.StatementKind;
import dev.instar.sql.TextPosition;
import java.io.Reader;

/** A statement of a script and the place in its file where it stands. */
public final class ScriptStatement {

    private final String file;
    private final Statement statement;
    private final SqlReader reader;

    ScriptStatement(String file, Statement statement, SqlReader reader) {
        this.file = file;
        this.statement = statement;
        this.reader = reader;
    }

    public String text() {
        return statement.text();
    }

    public StatementKind kind() {
        return statement.kind();
    }

    public Origin origin() {
        return new Origin(file, statement.position().line());
    }

    /** The column its first line begins at. */
    public int column() {
        return statement.position().column();
    }

    /** The data that follows a {@code COPY ... FROM STDIN}; to be read before the next statement is asked for. */
    public Reader data() {
        return reader.copyData();
    }

    /** The place in the file that a character of the text stands at; characters are counted from one. */
    public TextPosition positionOf(int character) {
        return statement.positionOf(character);
    }
}

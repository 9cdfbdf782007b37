package dev.instar.run;

import dev.instar.database.FailureKind;
import dev.instar.database.SqlError;
import dev.instar.revision.Origin;
import dev.instar.script.ScriptStatement;
import dev.instar.sql.TextPosition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * A statement the server refused.
 *
 * @param statement which one, or {@code null} when it was the commit
 * @param place the line the server stumbled over
 * @param excerpt the lines around that place
 * @param kind what that means for the run
 * @param took how long it took
 * @param blockage what it had to wait for
 */
record StatementFailure(
        @Nullable CurrentStatement statement,
        Origin place,
        String excerpt,
        SqlError error,
        FailureKind kind,
        Duration took,
        Blockage blockage,
        DataAccessException cause)
        implements StepFailure {

    /** A failure of something that is no statement of the revision, and may have had to wait all the same. */
    StatementFailure(
            Origin place, String excerpt, SqlError error, FailureKind kind, Wait wait, DataAccessException cause) {
        this(null, place, excerpt, error, kind, wait.elapsed(), wait.end(), cause);
    }

    /** The failure of a statement, as far as the server has shown where in it. */
    static StatementFailure of(
            SentStatement sent,
            SqlError said,
            FailureKind kind,
            Duration took,
            Blockage blockage,
            DataAccessException cause) {
        ScriptStatement statement = sent.statement();
        SqlError error = Discretion.of(statement).about(said);
        int firstLine = statement.origin().line();
        int line = firstLine;
        int column = 0;
        if (error.position() > 0) {
            TextPosition place = statement.positionOf(error.position());
            line = place.line();
            column = line == firstLine ? place.column() - statement.column() + 1 : place.column();
        }
        return new StatementFailure(
                sent.current(),
                new Origin(statement.origin().file(), line),
                Excerpt.of(statement.written(), firstLine, line, column),
                error,
                kind,
                took,
                blockage,
                cause);
    }

    @Override
    public String reason() {
        return "SQLSTATE " + error.sqlState() + ".";
    }

    /** The statement and the server's own words about it. */
    @Override
    public String detail() {
        StringBuilder text = new StringBuilder(excerpt);
        text.append("\nSQLSTATE ").append(error.sqlState()).append(": ").append(error.message());
        if (error.detail() != null) {
            text.append("\nDetail: ").append(error.detail());
        }
        if (error.context() != null) {
            text.append("\nContext: ").append(error.context());
        }
        if (error.hint() != null) {
            text.append("\nHint: ").append(error.hint());
        }
        return text.toString();
    }

    /** The same with something that helps to understand it. */
    StatementFailure explained(String hint) {
        SqlError more = new SqlError(
                error.sqlState(),
                error.message(),
                error.detail(),
                error.hint() == null ? hint : error.hint() + " " + hint,
                error.context(),
                error.position());
        return new StatementFailure(statement, place, excerpt, more, kind, took, blockage, cause);
    }
}

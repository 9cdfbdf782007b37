package dev.instar.script;

import dev.instar.revision.Origin;
import dev.instar.sql.RenderedSql;
import dev.instar.sql.SqlReader;
import dev.instar.sql.Statement;
import dev.instar.sql.StatementKind;
import dev.instar.sql.TextPosition;
import java.io.Reader;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statement of a script and the place in its file where it stands. */
public final class ScriptStatement {

    private static final Set<StatementKind> MAY_SET = EnumSet.of(
            StatementKind.SETTING, StatementKind.QUERY, StatementKind.DO, StatementKind.CALL, StatementKind.OTHER);

    private static final Pattern TEMPORARY =
            Pattern.compile("\\b(temp|temporary|pg_temp)\\b", Pattern.CASE_INSENSITIVE);

    private final String file;
    private final Statement statement;
    private final @Nullable RenderedSql rendered;
    private final StatementKind kind;
    private final StatementOptions options;
    private final @Nullable SqlReader reader;

    ScriptStatement(
            String file,
            Statement statement,
            @Nullable RenderedSql rendered,
            StatementOptions options,
            @Nullable SqlReader reader) {
        this.file = file;
        this.statement = statement;
        this.rendered = rendered;
        this.kind = kind(statement, rendered);
        this.options = options;
        this.reader = reader;
    }

    /** A value may make another kind of a statement; only what is written there brings its data along. */
    private static StatementKind kind(Statement statement, @Nullable RenderedSql rendered) {
        StatementKind kind = rendered == null ? statement.kind() : StatementKind.of(rendered.text());
        return kind == StatementKind.COPY_FROM_STDIN ? statement.kind() : kind;
    }

    /** What is to be sent: placeholders are replaced by their values, which may be secret. */
    public String text() {
        return rendered == null ? statement.text() : rendered.text();
    }

    /** What stands in the file, placeholders included: fit for a log. */
    public String written() {
        return statement.text();
    }

    public StatementKind kind() {
        return kind;
    }

    /** What {@code standard_conforming_strings} says where it stands. */
    public boolean standardStrings() {
        return statement.standardStrings();
    }

    /**
     * Whether it may leave the session different from how it found it: with other settings, as somebody else, or with a
     * temporary table that hides another one of its name.
     */
    public boolean mayChangeSession() {
        return MAY_SET.contains(kind) || kind == StatementKind.DEFINITION && isTemporary(text());
    }

    /** Hardly a statement has the word, and to look for it costs far less than to try the pattern. */
    private static boolean isTemporary(String text) {
        return text.toLowerCase(Locale.ROOT).contains("temp")
                && TEMPORARY.matcher(text).find();
    }

    /** What the directives above the statement ask for. */
    public StatementOptions options() {
        return options;
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
        return Objects.requireNonNull(reader).copyData();
    }

    /** The place in the file that a character of the sent text comes from; characters are counted from one. */
    public TextPosition positionOf(int character) {
        return statement.positionOf(rendered == null ? character : rendered.originalCharacterIndex(character));
    }
}

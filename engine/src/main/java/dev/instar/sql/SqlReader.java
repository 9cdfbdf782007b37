package dev.instar.sql;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Splits a PostgreSQL script into the statements that {@code psql} would send, and the directives between them. Keeps
 * no more than one statement in memory, and of the data of a {@code COPY} only a buffer.
 *
 * <p>Where {@code psql} would obey a meta-command, and where something is never closed, {@link #next} throws a
 * {@link SqlSyntaxException}; what comes after it cannot be read.
 */
public final class SqlReader implements AutoCloseable {

    private static final Set<String> WRAPPERS_OF_DUMPS = Set.of("\\restrict", "\\unrestrict");

    private final Reader in;
    private final TextWindow text;
    private final Lexer lexer;
    private @Nullable TokenDigest digest;
    private Set<String> unmistakable = Set.of();
    private @Nullable Directive waiting;
    private boolean cutsStatement;
    private @Nullable CopyData copyData;

    /** Reads a script; a byte order mark at its start does not count. */
    public SqlReader(Reader in) {
        this.in = in;
        this.text = new TextWindow(in);
        this.lexer = new Lexer(text, 0);
    }

    /** The next statement or directive, or {@code null} at the end of the script. */
    public @Nullable SqlItem next() {
        if (copyData != null) {
            lexer.resumeAt(copyData.skip());
            copyData = null;
        }
        Directive directive = waiting;
        waiting = null;
        cutsStatement = directive != null;
        return directive != null ? directive : read();
    }

    /**
     * The lines that a {@code COPY ... FROM STDIN}, which {@link #next} has just returned, brings along. Can be read
     * once, until the next call of {@link #next}; need not be closed.
     */
    public Reader copyData() {
        if (copyData == null) {
            throw new IllegalStateException("The last thing read was not a COPY ... FROM STDIN.");
        }
        return copyData;
    }

    /** Whether nothing but the directive that {@link #next} has just returned ended the statement above it. */
    public boolean cutsStatement() {
        return cutsStatement;
    }

    /** What follows is for another session: nothing holds there that the script has set. */
    public void beginSession() {
        lexer.standardStrings(true);
    }

    /** Feeds the tokens of all statements that are read from now on; {@code null} stops that. */
    public void digestInto(@Nullable TokenDigest digest) {
        this.digest = digest;
    }

    /**
     * Refuses a comment that says the name of one of these directives and nothing else, but is none, because it stands
     * behind something on its line or has a blank or a dash too many: to pass over it would mean something else.
     */
    public void refuseLookalikes(Set<String> directives) {
        this.unmistakable = directives;
    }

    int charactersInMemory() {
        return text.chars().length;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable SqlItem read() {
        StatementScan scan = new StatementScan(text, lexer, digest);
        while (true) {
            if (scan.isEmpty()) {
                lexer.release();
            }
            TokenType type = lexer.next();
            if (type == TokenType.LINE_COMMENT) {
                Directive directive = directive();
                if (directive != null) {
                    return directiveAfter(scan, directive);
                }
            } else if (type == TokenType.END || (isSemicolon(type) && !scan.isNested())) {
                if (type == TokenType.END || !scan.isEmpty()) {
                    return finish(scan, type != TokenType.END);
                }
            } else if (type == TokenType.BACKSLASH) {
                passMetaCommand(scan);
            } else if (type != TokenType.BLOCK_COMMENT) {
                scan.add(type);
            }
        }
    }

    private boolean isSemicolon(TokenType type) {
        return type == TokenType.SYMBOL && lexer.is(';');
    }

    private @Nullable Directive directive() {
        Directive directive = lexer.startsLine() ? DirectiveComment.read(text, lexer.start(), lexer.end()) : null;
        if (directive == null && !unmistakable.isEmpty()) {
            refuseLookalike();
        }
        return directive;
    }

    private void refuseLookalike() {
        String name = DirectiveComment.nameMeant(text, lexer.start(), lexer.end());
        if (name != null && unmistakable.contains(name)) {
            throw new SqlSyntaxException(
                    "'%s' looks like a directive and is a comment."
                            .formatted(text.text(lexer.start(), lexer.end()).strip()),
                    text.position(lexer.start()),
                    "Write '-- @%s' on a line of its own.".formatted(name));
        }
    }

    private SqlItem directiveAfter(StatementScan scan, Directive directive) {
        TextPosition begun = scan.position();
        if (begun != null && scan.isNested()) {
            throw new SqlSyntaxException(
                    "The directive '@%s' stands inside the parentheses or the body of the statement that begins in line %d."
                            .formatted(directive.name(), begun.line()),
                    directive.position(),
                    "Close what is open before it, or write the comment without '@'.");
        }
        Statement statement = finish(scan, false);
        if (statement == null) {
            return directive;
        }
        waiting = directive;
        return statement;
    }

    private @Nullable Statement finish(StatementScan scan, boolean terminated) {
        TextPosition position = scan.position();
        if (position == null) {
            return null;
        }
        Statement statement = scan.statement(position);
        if (statement.kind() == StatementKind.SETTING || statement.kind() == StatementKind.DISCARD_ALL) {
            Boolean on = StandardStringsSetting.after(scan.words());
            if (on != null) {
                lexer.standardStrings(on);
            }
        } else if (statement.kind() == StatementKind.COPY_FROM_STDIN) {
            copyData = terminated
                    ? new CopyData(text, behindLine(), digest, unmistakable)
                    : CopyData.none(text, lexer.end(), digest);
        }
        return statement;
    }

    /** {@code psql} reads the data from the next line on. */
    private int behindLine() {
        int index = lexer.end();
        while (!CharacterClass.isLineEnd(text.at(index))) {
            int character = text.at(index);
            if (character == TextWindow.END) {
                return index;
            }
            if (character == '-' && text.at(index + 1) == '-') {
                index = lexer.behindLineComment(index);
            } else if (character == ';' || CharacterClass.of(character) == CharacterClass.SPACE) {
                index++;
            } else {
                throw new SqlSyntaxException(
                        "Something follows a COPY ... FROM STDIN on its line.",
                        text.position(index),
                        "Put it on a line of its own, below the data.");
            }
        }
        return text.at(index) == '\r' && text.at(index + 1) == '\n' ? index + 2 : index + 1;
    }

    /** What {@code pg_dump} puts around its output forbids meta-commands, which is the case here anyway. */
    private void passMetaCommand(StatementScan scan) {
        int start = lexer.start();
        int end = start + 1;
        while (text.at(end) > ' ') {
            end++;
        }
        String command = text.text(start, end);
        if (!scan.isEmpty() || !lexer.startsLine() || !WRAPPERS_OF_DUMPS.contains(command)) {
            throw metaCommand(command, start);
        }
        lexer.skipLine();
    }

    private SqlSyntaxException metaCommand(String command, int start) {
        String remedy = command.equals("\\.")
                ? "Remove it, or check that the COPY ... FROM STDIN above its data is intact."
                : "Remove it; of psql's own commands none can be used here.";
        return new SqlSyntaxException(
                "The meta-command '" + command + "' is for psql, not for the server.", text.position(start), remedy);
    }
}

package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.revision.Direction;
import dev.instar.script.Script;
import dev.instar.script.ScriptStatement;
import dev.instar.sql.ClauseReader;
import dev.instar.sql.ObjectName;
import dev.instar.sql.StatementDigest;
import dev.instar.sql.StatementKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a step falls into parts: everything between two statements that run alone is one transaction. */
final class Outline {

    /** Files that are larger are read again instead of being kept. */
    private static final int MOST_CHARACTERS_KEPT = 64 * 1024;

    private static final Set<StatementKind> CAN_BE_SENT_TOGETHER =
            EnumSet.of(StatementKind.DEFINITION, StatementKind.DATA);

    /**
     * The driver reads statements by the rules that hold before the first of them is carried out, and keeps all rows
     * that one of several returns.
     */
    private static final Pattern NEEDS_AN_ANSWER =
            Pattern.compile("standard_conforming_strings|\\breturning\\b", Pattern.CASE_INSENSITIVE);

    /**
     * Rows that are gone when the transaction ends, and queries that are carried out at once: a function in them may
     * change rows. That of a view is not.
     */
    private static final Pattern NEEDS_ITS_TRANSACTION = Pattern.compile(
            "\\A(?!create\\s+(or\\s+replace\\s+)?(temp(orary)?\\s+)?(recursive\\s+)?view\\b).*?"
                    + "\\b(on\\s+commit|refresh|as\\s*\\(?\\s*(select|with|values|table|execute))\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Script script;
    private final Direction direction;
    private final List<ScriptStatement> kept = new ArrayList<>();
    private int characters;
    private boolean canBeSentTogether = true;
    private boolean canShareTransaction;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> digests = new ArrayList<>();
    private boolean changesSession;
    private int size;
    private int first = 1;

    private Outline(Script script, Direction direction) {
        this.script = script;
        this.direction = direction;
    }

    static Outline of(Script script, Direction direction, Database database) {
        Outline outline = new Outline(script, direction);
        outline.changesSession = script.java() != null;
        outline.canBeSentTogether = script.java() == null && !script.isSkipped();
        outline.canShareTransaction =
                script.required().isEmpty() && script.ensured().isEmpty();
        if (!script.isSkipped()) {
            script.forEach(direction, statement -> outline.add(statement, database));
        }
        outline.close();
        return outline;
    }

    private void add(ScriptStatement statement, Database database) {
        size++;
        keep(statement);
        if (canBeSentTogether) {
            String text = statement.text();
            String lower = text.toLowerCase(Locale.ROOT);
            canBeSentTogether = CAN_BE_SENT_TOGETHER.contains(statement.kind())
                    && statement.options().timeout() == null
                    && !(mayNeedAnAnswer(lower) && NEEDS_AN_ANSWER.matcher(text).find());
            canShareTransaction &= statement.kind() == StatementKind.DEFINITION
                    && !(mayNeedItsTransaction(lower)
                            && NEEDS_ITS_TRANSACTION.matcher(text).find());
        }
        changesSession |= statement.mayChangeSession();
        if (statement.options().noTransaction() || !database.runsInTransaction(statement.kind())) {
            endTransaction(size - 1);
            parts.add(new Part(size, size, statement));
            first = size + 1;
        }
    }

    /** Hardly a statement has the words, and to look for them costs far less than to try the pattern. */
    private static boolean mayNeedAnAnswer(String lower) {
        return lower.contains("returning") || lower.contains("standard_conforming_strings");
    }

    /** The same for the other pattern: {@code AS} is in every identity column, but no query follows there. */
    private static boolean mayNeedItsTransaction(String lower) {
        if (lower.contains("commit") || lower.contains("refresh")) {
            return true;
        }
        for (int as = lower.indexOf("as"); as >= 0; as = lower.indexOf("as", as + 2)) {
            int next = as + 2;
            while (next < lower.length() && (lower.charAt(next) <= ' ' || lower.charAt(next) == '(')) {
                next++;
            }
            if (next < lower.length() && next > as + 2 && "swvte".indexOf(lower.charAt(next)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private void keep(ScriptStatement statement) {
        characters = statement.kind() == StatementKind.COPY_FROM_STDIN
                ? Integer.MAX_VALUE
                : (int) Math.min(
                        Integer.MAX_VALUE, (long) characters + statement.text().length());
        if (characters <= MOST_CHARACTERS_KEPT) {
            kept.add(statement);
        } else {
            kept.clear();
        }
    }

    /** Reads the statements again when they are needed. */
    void forgetStatements() {
        kept.clear();
    }

    int charactersKept() {
        return kept.isEmpty() ? 0 : characters;
    }

    /** How much is to be sent. */
    int characters() {
        return characters;
    }

    /** Hands over all statements, in order, each before the next is read. */
    void forEach(Consumer<ScriptStatement> consumer) {
        if (kept.size() == size) {
            kept.forEach(consumer);
        } else {
            script.forEach(direction, consumer);
        }
    }

    /** The same with their numbers, for those of a part. */
    void forEach(Part part, ObjIntConsumer<ScriptStatement> consumer) {
        int[] number = {0};
        forEach(statement -> {
            if (part.contains(++number[0])) {
                consumer.accept(statement, number[0]);
            }
        });
    }

    private void close() {
        endTransaction(size);
        if (parts.isEmpty()) {
            parts.add(Part.transaction(1, 0));
        }
    }

    private void endTransaction(int last) {
        if (first <= last) {
            parts.add(Part.transaction(first, last));
        }
    }

    /** How many statements there are. */
    int size() {
        return size;
    }

    /** Whether some of it can be done while the rest is not. */
    boolean isSplit() {
        return parts.size() > 1 || parts.get(0).alone() != null;
    }

    /** The name of what it creates for its session alone, if it does. */
    static Optional<String> temporaryName(ScriptStatement statement) {
        ClauseReader reader = new ClauseReader(statement.text());
        if (reader.skip("create")) {
            reader.skip("or", "replace");
        } else {
            while (statement.kind() == StatementKind.QUERY && !reader.atEnd() && !reader.skip("into")) {
                reader.pass();
            }
        }
        boolean temporary = isTemporary(reader);
        reader.skip("recursive");
        if (!reader.skip("table") && !reader.skip("view")) {
            reader.skip("sequence");
        }
        reader.skip("if", "not", "exists");
        ObjectName name = reader.name();
        return name != null && (temporary || new ClauseReader(name.text()).isAt("pg_temp"))
                ? Optional.of(name.kept())
                : Optional.empty();
    }

    private static boolean isTemporary(ClauseReader reader) {
        if (!reader.skip("local")) {
            reader.skip("global");
        }
        return reader.skip("temp") || reader.skip("temporary");
    }

    /** Whether one of its first so many statements may do something about what has one of these names. */
    boolean mayTouch(List<String> names, int upTo) {
        boolean[] touches = {script.java() != null};
        forEach(
                Part.transaction(1, upTo),
                (statement, number) -> touches[0] |=
                        statement.mayChangeSession() || new ClauseReader(statement.text()).mentions(names));
        return touches[0];
    }

    /** Whether it may leave the session different from how it found it. */
    boolean changesSession() {
        return changesSession;
    }

    /** Whether it makes no difference that statements are sent before those above them are carried out. */
    boolean canBeSentTogether() {
        return canBeSentTogether && !isSplit();
    }

    /**
     * Whether it makes no difference where the transaction begins and ends. It does to what changes rows: deferred
     * constraints are checked when it ends, and for all of it the time is when it began. So it does to what ends with
     * its revision.
     */
    boolean canShareTransaction() {
        return canBeSentTogether() && canShareTransaction && !changesSession;
    }

    List<Part> parts() {
        return parts;
    }

    /** The parts that are left when the statements up to a number are done. */
    List<Part> partsAfter(int done) {
        return done == 0
                ? parts
                : parts.stream()
                        .filter(part -> part.last() > done)
                        .map(part -> part.after(done))
                        .toList();
    }

    /** The digest over the statements up to a number, or {@code null} when there are not so many. */
    @Nullable
    String digest(int upTo) {
        if (digests.isEmpty()) {
            StatementDigest digest = new StatementDigest();
            forEach(statement -> {
                digest.add(statement.written());
                digests.add(digest.hex());
            });
        }
        return upTo >= 1 && upTo <= digests.size() ? digests.get(upTo - 1) : null;
    }
}

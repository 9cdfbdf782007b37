package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.revision.Direction;
import dev.instar.script.Script;
import dev.instar.script.ScriptStatement;
import dev.instar.sql.ClauseReader;
import dev.instar.sql.StatementDigest;
import dev.instar.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** How a step falls into parts: everything between two statements that run alone is one transaction. */
final class Outline {

    /** Files that are larger are read again instead of being kept. */
    private static final int MOST_CHARACTERS_KEPT = 64 * 1024;

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
            Traits traits = new Traits(statement);
            canBeSentTogether = traits.canBeSentTogether();
            canShareTransaction &= traits.canShareTransaction();
        }
        changesSession |= statement.mayChangeSession();
        if (Traits.runsAlone(statement, database)) {
            endTransaction(size - 1);
            parts.add(new Part(size, size, statement));
            first = size + 1;
        }
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

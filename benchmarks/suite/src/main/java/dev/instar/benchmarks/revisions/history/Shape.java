package dev.instar.benchmarks.revisions.history;

import static dev.instar.benchmarks.revisions.history.Operation.ALTER;
import static dev.instar.benchmarks.revisions.history.Operation.COLUMN;
import static dev.instar.benchmarks.revisions.history.Operation.COMMENT;
import static dev.instar.benchmarks.revisions.history.Operation.CONSTRAINT;
import static dev.instar.benchmarks.revisions.history.Operation.DELETE;
import static dev.instar.benchmarks.revisions.history.Operation.DROP_COLUMN;
import static dev.instar.benchmarks.revisions.history.Operation.DROP_CONSTRAINT;
import static dev.instar.benchmarks.revisions.history.Operation.DROP_INDEX;
import static dev.instar.benchmarks.revisions.history.Operation.DROP_TABLE;
import static dev.instar.benchmarks.revisions.history.Operation.FUNCTION;
import static dev.instar.benchmarks.revisions.history.Operation.INDEX;
import static dev.instar.benchmarks.revisions.history.Operation.INSERT;
import static dev.instar.benchmarks.revisions.history.Operation.RENAME;
import static dev.instar.benchmarks.revisions.history.Operation.SEQUENCE;
import static dev.instar.benchmarks.revisions.history.Operation.TABLE;
import static dev.instar.benchmarks.revisions.history.Operation.UPDATE;
import static dev.instar.benchmarks.revisions.history.Operation.VIEW;

import java.util.ArrayList;
import java.util.List;

/**
 * What revisions do, and how many of a thousand do just that.
 *
 * <p>Counted in 1,711 revisions of five services with a PostgreSQL database, as their public repositories had them in
 * August 2026: Lemmy (342), crates.io (285), the approved premises API of the British Ministry of Justice (599), and
 * familie-ba-sak (315) and familie-ef-sak (170) of the Norwegian NAV, the last three with Flyway. Each service counts
 * the same. The list has the thirty most frequent sets of operations; the other revisions do several of these things.
 */
record Shape(int perThousand, List<Operation> operations) {

    private static final List<Shape> FOUND = List.of(
            shape(198, COLUMN),
            shape(78, TABLE),
            shape(69, UPDATE),
            shape(61, INDEX),
            shape(46, DROP_COLUMN),
            shape(41, ALTER),
            shape(27, INSERT),
            shape(26, RENAME),
            shape(24, SEQUENCE, TABLE, INDEX),
            shape(24, FUNCTION),
            shape(23, CONSTRAINT),
            shape(16, VIEW),
            shape(16, DELETE),
            shape(14, COLUMN, UPDATE),
            shape(13, COLUMN, COMMENT),
            shape(13, DROP_TABLE),
            shape(12, TABLE, INDEX),
            shape(10, COLUMN, UPDATE, ALTER),
            shape(10, SEQUENCE, TABLE),
            shape(9, COLUMN, CONSTRAINT),
            shape(8, DROP_INDEX, INDEX),
            shape(8, DROP_COLUMN, COLUMN),
            shape(7, TABLE, INSERT),
            shape(6, UPDATE, INSERT),
            shape(6, COLUMN, INDEX),
            shape(6, DROP_INDEX),
            shape(6, DROP_CONSTRAINT, CONSTRAINT),
            shape(5, RENAME, COLUMN),
            shape(4, DROP_CONSTRAINT),
            shape(4, INDEX, DROP_INDEX));

    private static final int THOUSAND = 1_000;

    /** Seven in ten of the operations in these revisions stood there once, the others several times. */
    private static final int ONCE_MORE = 30;

    private static final int MOST_TIMES = 6;

    private static Shape shape(int perThousand, Operation... operations) {
        return new Shape(perThousand, List.of(operations));
    }

    /** The operations of one revision. */
    static List<Operation> draw(Draw draw) {
        List<Operation> repeated = new ArrayList<>();
        for (Operation operation : drawn(draw, draw.below(THOUSAND))) {
            int times = 0;
            do {
                repeated.add(operation);
                times++;
            } while (times < MOST_TIMES && draw.inPercent(ONCE_MORE));
        }
        return repeated;
    }

    private static List<Operation> drawn(Draw draw, int number) {
        int before = 0;
        int all = FOUND.stream().mapToInt(Shape::perThousand).sum();
        for (Shape shape : FOUND) {
            before += shape.perThousand();
            if (number < before) {
                return shape.operations();
            }
        }
        List<Operation> several = new ArrayList<>(drawn(draw, draw.below(all)));
        several.addAll(drawn(draw, draw.below(all)));
        return several;
    }
}

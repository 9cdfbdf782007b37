package dev.instar.benchmarks.revisions.history;

import java.util.List;

/** The revisions of a service over the years, one after the other; the same ones each time. */
public final class History {

    private final Draw draw = new Draw();
    private final GrowingSchema schema = new GrowingSchema(draw);

    /** What the next revision does. */
    public List<Step> next() {
        return schema.apply(Shape.draw(draw));
    }
}

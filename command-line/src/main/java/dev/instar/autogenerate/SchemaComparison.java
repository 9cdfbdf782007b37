package dev.instar.autogenerate;

import dev.instar.diff.ChangeScript;
import dev.instar.diff.ChangeScript.Statement;
import dev.instar.diff.Difference;
import dev.instar.diff.RenameCandidate;
import dev.instar.schema.Catalog.Unmodelled;
import dev.instar.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;

/**
 * How a database differs from the schema that a source wants.
 *
 * @param source what people call the source
 * @param language how much it can say
 * @param difference what leads from the database to what is wanted
 * @param candidates renames that nobody confirmed, and that would keep data which the changes lose
 * @param leftAlone what the source does not know, and the changes keep
 * @param unmodelled what was seen but is not modelled, and no change touches
 */
public record SchemaComparison(
        String source,
        Language language,
        Difference difference,
        List<RenameCandidate> candidates,
        List<ObjectId> leftAlone,
        List<Unmodelled> unmodelled) {

    /** Whether the database is as the source wants it. */
    public boolean isEmpty() {
        return difference.isEmpty();
    }

    /** The statements that bring the database where the source wants it. */
    public ChangeScript upgrade() {
        ChangeScript script = ChangeScript.of(difference);
        List<Statement> statements = new ArrayList<>(script.statements());
        if (language == Language.ENTITIES) {
            statements.addAll(new Takeover(difference).statements());
        }
        return new ChangeScript(script.requirements(), List.copyOf(statements));
    }

    /** The statements that bring it back. */
    public ChangeScript downgrade() {
        return ChangeScript.of(difference.reverse());
    }
}

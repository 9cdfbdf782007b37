package dev.instar.boot.command;

import dev.instar.Instar;
import dev.instar.adopt.OtherHistory;
import dev.instar.adopt.OtherTables;
import dev.instar.adopt.PositionFinding;
import dev.instar.adopt.PositionSearch;
import dev.instar.autogenerate.TableFilter;
import dev.instar.boot.entity.Comparisons;
import dev.instar.diff.Difference;
import dev.instar.plan.Planner;
import dev.instar.plan.Position;
import dev.instar.plan.Stamp;
import dev.instar.revision.InstarException;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Takes a database over that has a schema and no history. */
final class Adoption {

    private final Instar instar;
    private final TableFilter filter;
    private final OtherTables tables;

    Adoption(Instar instar, Environment environment, TableSettings settings) {
        this.instar = instar;
        this.filter = settings.filter(
                Comparisons.options(ComparisonSettings.properties(environment)).filter());
        this.tables = tables(environment);
    }

    /** Where the application's properties say that the other tools have their tables. */
    private static OtherTables tables(Environment environment) {
        String flywaySchema = environment.getProperty("spring.flyway.default-schema");
        if (flywaySchema == null) {
            flywaySchema = Binder.get(environment)
                    .bind("spring.flyway.schemas", Bindable.listOf(String.class))
                    .map(schemas -> schemas.get(0))
                    .orElse(null);
        }
        return new OtherTables(
                flywaySchema,
                environment.getProperty("spring.flyway.table", "flyway_schema_history"),
                environment.getProperty("spring.liquibase.liquibase-schema"),
                environment.getProperty("spring.liquibase.database-change-log-table", "databasechangelog"),
                environment.getProperty("spring.liquibase.database-change-log-lock-table", "databasechangeloglock"));
    }

    /** What speaks for which position. */
    Evidence search() {
        return look((search, others) -> {
            PositionFinding found = search.search();
            Position nearest = found.nearest();
            return new Evidence(
                    true,
                    search.live(),
                    found.matches(),
                    nearest,
                    nearest == null ? null : search.difference(nearest),
                    others,
                    found.obstacle(),
                    found.complete(),
                    found.notRun());
        });
    }

    /** What speaks for this position, or against it; what other tools have recorded does not count. */
    Evidence confirm(Position said) {
        return look((search, others) -> {
            Difference difference = search.difference(said);
            boolean same = difference.isEmpty();
            return new Evidence(
                    false,
                    search.live(),
                    same ? List.of(said) : List.of(),
                    same ? null : said,
                    same ? null : difference,
                    others.stream()
                            .map(other -> new OtherHistory(other.table(), other.says(), null))
                            .toList(),
                    null,
                    true,
                    search.notRun(said));
        });
    }

    private <T> T look(BiFunction<PositionSearch, List<OtherHistory>, T> look) {
        return instar.schema().show((session, database, isOwn) -> {
            List<OtherHistory> others = OtherHistory.read(
                    session, database, tables, instar.revisions().graph());
            return look.apply(
                    new PositionSearch(session, database, instar.revisions(), filter, isOwn.or(tables)), others);
        });
    }

    /** What recording the position writes. */
    Stamp plan(Position found) {
        return instar.planStamp(targets(found), false);
    }

    /** Records the position, unless somebody has migrated meanwhile. */
    Stamp record(Position found, Evidence evidence) {
        return instar.stamp(
                position -> {
                    refuseChanged(position, evidence);
                    return new Planner(position).stamp(targets(found));
                },
                Trigger.COMMAND);
    }

    private void refuseChanged(Position position, Evidence evidence) {
        boolean isAsBefore = position.appliedCount() == 0
                && look((search, others) ->
                        search.live().equals(evidence.live()) && says(others).equals(says(evidence.others())));
        if (!isAsBefore) {
            throw new InstarException(
                    "Somebody has migrated the database while it was looked at.",
                    "Nothing was recorded; run 'instar adopt' again when nobody else migrates.");
        }
    }

    private static List<String> says(List<OtherHistory> others) {
        return others.stream().map(OtherHistory::says).toList();
    }

    private static List<Target> targets(Position found) {
        return found.current().stream().map(id -> Target.parse(id.value())).toList();
    }
}

package dev.instar.test;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.database.Database;
import dev.instar.diff.SchemaDiff;
import dev.instar.history.TableNames;
import dev.instar.jdbc.Session;
import dev.instar.plan.Plan;
import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import dev.instar.revision.InstarException;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import dev.instar.run.Connector;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.RunSettings;
import dev.instar.run.Runner;
import dev.instar.run.StopSignal;
import dev.instar.run.Trigger;
import dev.instar.schema.Catalog;
import dev.instar.schema.CatalogScope;
import dev.instar.schema.Fingerprint;
import dev.instar.script.Revisions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Walks a database from revision to revision and looks at it after each step. */
final class RevisionWalk {

    private final Instar instar;
    private final Clone clone;
    private boolean stuck;
    private Catalog here;

    RevisionWalk(Instar instar, Clone clone) {
        this.instar = instar;
        this.clone = clone;
        run(new Plan(List.of()));
        this.here = catalog();
    }

    static DatabaseRequest request(Class<?> testClass) {
        return DatabaseRequest.of(testClass).orElseGet(() -> DatabaseRequest.byDefault(testClass));
    }

    static List<String> heads(InstarSettings settings) {
        return read(settings).graph().heads().stream().map(RevisionId::value).toList();
    }

    static List<String> withoutDowngradeOrReason(InstarSettings settings) {
        Revisions revisions = read(settings);
        return revisions.graph().inOrder().stream()
                .filter(revision -> !revision.reversible()
                        && revisions.script(revision.id()).irreversible() == null)
                .map(revision -> "'%s' (%s)".formatted(revision.id(), revision.origin()))
                .toList();
    }

    private static Revisions read(InstarSettings settings) {
        return Revisions.read(settings.locations(), settings.revisionOptions());
    }

    /** One test for each revision, in the order of the graph; none is made before the one before it is done. */
    Stream<DynamicTest> tests() {
        return instar.revisions().graph().inOrder().stream()
                .map(revision -> DynamicTest.dynamicTest(
                        "%s %s".formatted(revision.id(), revision.message()), () -> walk(revision)));
    }

    private void walk(Revision revision) {
        if (stuck) {
            Assumptions.abort("An earlier revision could not be applied.");
        }
        stuck = true;
        Catalog before = here;
        step(revision, Direction.UPGRADE);
        here = catalog();
        if (revision.reversible()) {
            goBackAndForth(revision, before, here);
        }
        stuck = false;
    }

    private void goBackAndForth(Revision revision, Catalog below, Catalog above) {
        step(revision, Direction.DOWNGRADE);
        String leftBehind = difference(below, catalog());
        try {
            step(revision, Direction.UPGRADE);
            here = catalog();
            stuck = false;
        } catch (InstarException failure) {
            if (leftBehind == null) {
                throw failure;
            }
        }
        fail("The downgrade of '%s' does not lead back".formatted(revision.id()), leftBehind);
        fail("The second upgrade to '%s' makes something else".formatted(revision.id()), difference(above, here));
    }

    private void step(Revision revision, Direction direction) {
        run(new Plan(List.of(new Step(revision, direction))));
    }

    private void run(Plan plan) {
        InstarSettings settings = instar.settings();
        RunSettings patience = new RunSettings(settings.tables(), settings.lockTimeout(), settings.execution());
        StopSignal stop = new StopSignal();
        new Runner(Connector.to(clone.address().dataSource(), patience, stop), patience, new RunListener() {}, stop)
                .run(Run.begin(Trigger.COMMAND, "test", null), instar.revisions(), position -> plan, null);
    }

    /** Without Instar's own tables, which are there before the first revision and after the last. */
    private Catalog catalog() {
        TableNames own = instar.settings().tables();
        try (Session session = Session.open(clone.address().dataSource())) {
            return Database.of(session)
                    .catalog(session, CatalogScope.everything())
                    .withTables(table -> !own.contains(table.name()));
        }
    }

    private static @Nullable String difference(Catalog expected, Catalog actual) {
        return Fingerprint.of(expected).equals(Fingerprint.of(actual))
                ? null
                : Stream.of(
                                SchemaDiff.between(expected, actual).changes().stream()
                                        .map(change -> "%s: %s".formatted(change.subject(), change.action())),
                                unmodelled(actual, expected, "create"),
                                unmodelled(expected, actual, "drop"))
                        .flatMap(part -> part)
                        .collect(Collectors.joining("; "));
    }

    /** What no change speaks of, because there is no model for it. */
    private static Stream<String> unmodelled(Catalog in, Catalog notIn, String action) {
        return in.unmodelled().stream()
                .filter(object -> !notIn.unmodelled().contains(object))
                .map(object -> "%s %s: %s".formatted(object.kind(), object.name(), action));
    }

    private static void fail(String what, @Nullable String difference) {
        if (difference != null) {
            Assertions.fail("%s: %s.".formatted(what, difference));
        }
    }
}

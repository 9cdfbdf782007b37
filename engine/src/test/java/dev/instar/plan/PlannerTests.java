package dev.instar.plan;

import static dev.instar.revision.GraphText.graph;
import static dev.instar.revision.GraphText.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Checksum;
import dev.instar.revision.Direction;
import dev.instar.revision.InvalidRevisionsException;
import dev.instar.revision.Problem;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import dev.instar.revision.expression.TargetRange;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlannerTests {

    private final RevisionGraph graph = graph("a", "b <- a", "c <- b");

    @Test
    void printsAPlanWithALineForEachStep() {
        assertThat(new Planner(Positions.rows(graph, ids("b"))).upgrade(Target.HEADS))
                .hasToString("+ a  Message of a  (gap: inserted below an applied revision)\n+ c  Message of c");
        assertThat(planner("c").downgrade(Target.parse("a"))).hasToString("- c  Message of c\n- b  Message of b");
    }

    @Test
    void printsAStampWithRemovalsFirst() {
        RevisionGraph branches = graph("r", "a <- r", "b <- r");
        assertThat(new Planner(Positions.at(branches, ids("a"))).stampNothingBut(List.of(Target.parse("b"))))
                .hasToString("- a  Message of a\n+ b  Message of b");
    }

    @Test
    void makesEqualPlansOfEqualPositions() {
        Plan plan = planner("a").upgrade(Target.HEADS);
        assertThat(plan).isEqualTo(planner("a").upgrade(Target.parse("a+2"))).hasSameHashCodeAs(plan);
        assertThat(plan).isNotEqualTo(planner("b").upgrade(Target.HEADS));
        assertThat(plan.steps()).extracting(Step::direction).containsOnly(Direction.UPGRADE);
    }

    @Test
    void plansTheSameOfflineAsFromADatabaseThatStandsThere() {
        assertThat(new OfflinePlanner(graph).upgrade(TargetRange.parse("a:c")))
                .isEqualTo(planner("a").upgrade(Target.parse("c")));
        assertThat(new OfflinePlanner(graph).downgrade(TargetRange.parse("c:base")))
                .isEqualTo(planner("c").downgrade(Target.BASE));
    }

    @Test
    void namesFileAndRemedyForEachRevisionThatCannotBeUndone() {
        RevisionGraph irreversible = graph("a", "b <- a irreversible", "c <- b irreversible");
        assertThatThrownBy(() -> new Planner(Positions.at(irreversible, ids("c"))).downgrade(Target.BASE))
                .isInstanceOfSatisfying(
                        InvalidRevisionsException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::description)
                                .containsExactly(
                                        "Revision 'c' has no downgrade (c.sql:3).",
                                        "Revision 'b' has no downgrade (b.sql:2)."));
    }

    @Test
    void takesAnUpgradeForEditedOnlyWhenTheSameAlgorithmSaysSo() {
        Position rehashed = new Position(
                graph,
                List.of(Positions.row(
                        Objects.requireNonNull(graph.find(new RevisionId("a"))), new Checksum("sha512", "other"))));
        assertThat(rehashed.edited()).isEmpty();
        assertThat(new Planner(rehashed).upgrade(Target.HEADS).size()).isEqualTo(2);
    }

    @Test
    void whatDependsOnTheRevisionThatItWasAppliedAboveHasNotMoved() {
        List<AppliedRevision> history = Positions.at(graph, ids("b")).applied();
        assertThat(new Position(graph("a", "b needs a"), history).edited()).isEmpty();
        assertThat(new Position(graph("a", "b"), history).edited())
                .extracting(revision -> revision.id().value())
                .containsExactly("b");
    }

    @Test
    void knowsWhereADatabaseIsSaidToStand() {
        Position position = Position.assumed(graph, ids("b"));
        assertThat(position.current()).isEqualTo(ids("b"));
        assertThat(position.pending())
                .extracting(revision -> revision.id().value())
                .containsExactly("c");
        assertThat(position.applied()).isEmpty();
        assertThat(position.isApplied(new RevisionId("a"))).isTrue();
    }

    private Planner planner(String current) {
        return new Planner(Positions.at(graph, ids(current)));
    }
}

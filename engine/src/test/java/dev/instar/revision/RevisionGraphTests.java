package dev.instar.revision;

import static dev.instar.revision.GraphText.graph;
import static dev.instar.revision.GraphText.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RevisionGraphTests {

    private final RevisionGraph branched = graph(
            "r", "p <- r", "a <- p label left", "b <- p", "a2 <- a", "b2 <- b label right", "m <- a2, b2", "t <- m");

    @Test
    void ordersRevisionsByNeedAndTiesByFileOrder() {
        assertThat(join(graph("c <- b", "z", "b <- a", "a", "y needs c").inOrder().stream()
                        .map(Revision::id)
                        .toList()))
                .isEqualTo("z a b c y");
    }

    @Test
    void tellsRealHeadsFromHeads() {
        RevisionGraph graph = graph("a", "a2 <- a", "x", "x2 <- x needs a2");
        assertThat(join(graph.heads())).isEqualTo("a2 x2");
        assertThat(join(graph.realHeads())).isEqualTo("x2");
        assertThat(join(graph.roots())).isEqualTo("a x");
    }

    @Test
    void keepsDependenciesOutOfLineage() {
        RevisionGraph graph = graph("a", "a2 <- a", "x needs a", "x2 <- x");
        assertThat(join(graph.withAncestors(ids("x2")))).isEqualTo("a x x2");
        assertThat(join(graph.withDescendants(ids("a")))).isEqualTo("a a2 x x2");
        assertThat(join(graph.lineage(new RevisionId("x")))).isEqualTo("x x2");
        assertThat(join(graph.branchPoints())).isEmpty();
    }

    @Test
    void namesTheBranchFromThePreviousBranchPointToItsEnd() {
        assertThat(join(branched.branch(new RevisionId("a")))).isEqualTo("a a2 m t");
        assertThat(join(branched.branch(new RevisionId("b2")))).isEqualTo("b b2 m t");
        assertThat(join(branched.branch(new RevisionId("p")))).isEqualTo("r p a b a2 b2 m t");
        assertThat(join(branched.branch(new RevisionId("t")))).isEqualTo("t");
    }

    @Test
    void labelsWhatLiesAboveABranchPointToo() {
        RevisionGraph graph = graph("r", "a <- r label all", "b <- a", "c <- a");
        assertThat(join(graph.branch(new RevisionId("a")))).isEqualTo("r a b c");
    }

    @Test
    void listsTheLabelsOfARevisionAsItsBranchesHaveThem() {
        for (Revision revision : branched.inOrder()) {
            List<String> expected = branched.inOrder().stream()
                    .filter(labelled -> labelled.label() != null)
                    .filter(labelled -> branched.branch(labelled.id()).contains(revision.id()))
                    .map(Revision::label)
                    .toList();
            assertThat(branched.labels(revision.id())).as(revision.id().value()).isEqualTo(expected);
        }
    }

    @Test
    void leavesOutDependenciesThatAreImplied() {
        RevisionGraph graph = graph("a", "b <- a", "x needs a", "y <- x needs b, a, b", "z <- y needs b, x");
        assertThat(join(graph.dependencies(new RevisionId("y")))).isEqualTo("b");
        assertThat(join(graph.dependencies(new RevisionId("z")))).isEmpty();
    }

    @Test
    void findsNamesByTheirBeginning() {
        RevisionGraph graph = graph("abcd1", "abcd2 <- abcd1 label abroad", "abc <- abcd2");
        assertThat(graph.startingWith("ab").keySet()).containsExactly("abcd1", "abcd2", "abroad");
        assertThat(graph.named("abroad")).isEqualTo(new RevisionId("abcd2"));
        assertThat(graph.named("abr")).isNull();
    }

    @Test
    void remembersRevisionsWithoutFileAsFarAsTheyCanBeExplained() {
        RevisionGraph graph = graph("a", "b <- a");
        RevisionGraph known = graph.remembering(List.of(applied("v", "u, lost"), applied("u", "a")));
        assertThat(join(known.inOrder().stream().map(Revision::id).toList())).isEqualTo("a b u v");
        assertThat(join(known.withAncestors(ids("v")))).isEqualTo("a u v");
        assertThat(graph.size()).isEqualTo(2);
    }

    @Test
    void walksAChainOfAHundredThousandWithoutTheStackOfTheThread() {
        List<Revision> chain = GraphText.revisions(IntStream.range(0, 100_000)
                .mapToObj(number -> number == 0 ? "r0" : "r%d <- r%d".formatted(number, number - 1))
                .toArray(String[]::new));
        RevisionGraph graph = RevisionGraph.of(chain);
        assertThat(graph.heads()).containsExactly(new RevisionId("r99999"));
        assertThat(graph.withAncestors(graph.heads())).hasSize(100_000);
        assertThat(graph.withDescendants(graph.roots())).hasSize(100_000);
    }

    private static AppliedRevision applied(String id, String revises) {
        return new AppliedRevision(
                new RevisionId(id),
                ids(revises),
                List.of(),
                null,
                "Message of " + id,
                new Checksum("sha256", "of " + id),
                Instant.EPOCH,
                Duration.ZERO,
                "tester",
                new UUID(0, 0),
                true,
                false);
    }

    private static String join(Collection<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).collect(Collectors.joining(" "));
    }
}

package dev.instar.revision;

import static dev.instar.revision.GraphText.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphCheckTests {

    @Test
    void acceptsAGraphWithRootsMergesLabelsAndDependencies() {
        assertThat(problems("a", "b <- a label left", "c <- a", "m <- b, c", "x needs c label other", "y <- x"))
                .isEmpty();
    }

    @Test
    void acceptsTheEmptyGraph() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void refusesIdsThatDifferOnlyInCase() {
        assertThat(problems("aaaa", "bbbb <- aaaa", "AaAa <- bbbb"))
                .containsExactly("The ids of revisions 'AaAa' and 'aaaa' (aaaa.sql:1) differ only in case (AaAa.sql:3)."
                        + " Give one of them another id.");
    }

    @Test
    void reportsAllProblemsOfAGraphTogether() {
        assertThat(problems(
                        "aaaa1",
                        "bbbb1 <- aaab1",
                        "bbbb1 <- cccc1",
                        "cccc1 <- bbbb1 label left",
                        "dddd1 <- cccc1, aaaa1 label left",
                        "eeee1 <- ffff1",
                        "ffff1 <- eeee1",
                        "gggg1 <- gggg1 needs zzzz1",
                        "hhhh1 <- dddd1 label gggg1"))
                .containsExactly(
                        "Revision 'bbbb1' is declared more than once, first in bbbb1.sql:2 (bbbb1.sql:3)."
                                + " Give one of them another id.",
                        "Revision 'dddd1' has the label 'left', as has revision 'cccc1' in cccc1.sql:4 (dddd1.sql:5)."
                                + " Keep the label on the first revision of its branch only.",
                        "The label 'gggg1' of revision 'hhhh1' is also the id of a revision (hhhh1.sql:9)."
                                + " Choose another label.",
                        "Revision 'bbbb1' revises 'aaab1', which no file declares (bbbb1.sql:2)."
                                + " Did you mean 'aaaa1'?",
                        "Revision 'gggg1' revises itself (gggg1.sql:8)."
                                + " Name another revision there, or 'base' for a new root.",
                        "Revision 'gggg1' depends on 'zzzz1', which no file declares (gggg1.sql:8)."
                                + " Correct the id, or bring the missing file back.",
                        "The revisions need each other in a circle: eeee1 -> ffff1 -> eeee1 (eeee1.sql:6)."
                                + " Let one of them name another revision in its '@revises' or '@depends-on'.");
    }

    @Test
    void namesEachCircleAsAPath() {
        assertThat(problems("a <- b needs d", "b <- c", "c <- a", "d <- a", "e <- a"))
                .extracting(text -> text.substring(0, text.indexOf('(')))
                .containsExactly(
                        "The revisions need each other in a circle: a -> b -> c -> a ",
                        "The revisions need each other in a circle: a -> d -> a ");
    }

    @Test
    void shortensALongCircle() {
        String[] lines = IntStream.range(0, 20_000)
                .mapToObj(number -> "r%d <- r%d".formatted(number, (number + 1) % 20_000))
                .toArray(String[]::new);
        assertThat(problems(lines))
                .singleElement()
                .asString()
                .startsWith(
                        "The revisions need each other in a circle: r0 -> r1 -> r2 -> r3 -> r4 -> r5 -> (19988 more)"
                                + " -> r19994 -> r19995 -> r19996 -> r19997 -> r19998 -> r19999 -> r0 ");
    }

    @Test
    void reportsDuplicateAndRedundantParents() {
        assertThat(problems("a", "b <- a", "c <- b", "m <- b, b", "n <- a, c"))
                .containsExactly(
                        "Revision 'm' names its parent 'b' twice (m.sql:4). Name it once.",
                        "Revision 'n' merges 'a' and 'c', but 'a' is already an ancestor of 'c' (n.sql:5)."
                                + " Take 'a' out of its '@revises'.");
    }

    @Test
    void findsRedundantParentsAmongMany() {
        String many = "m <- a, k1, k2, k3, k4, k5, k6, k7, k8, k9";
        assertThat(problems(
                        "a", "k1 <- a", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9", many, "o <- a", "p <- o, k2"))
                .containsExactly("Revision 'm' merges 'a' and 'k1', but 'a' is already an ancestor of 'k1' (m.sql:11)."
                        + " Take 'a' out of its '@revises'.");
    }

    @Test
    void acceptsAMergeOfTwoHeadsOneOfWhichDependsOnTheOther() {
        assertThat(problems("a", "b", "c <- b needs a", "m <- a, c")).isEmpty();
    }

    @Test
    void refusesLabelsThatATargetCouldNotName() {
        assertThat(problems("a label heads", "b <- a label x-1"))
                .containsExactly(
                        "The label 'heads' is a reserved word (a.sql:1). " + Name.REMEDY,
                        "The label 'x-1' contains '-' (b.sql:2). " + Name.REMEDY);
    }

    @Test
    void saysWhichRevisionALabelMeans() {
        assertThat(problems("a label left", "b", "c <- b needs left"))
                .containsExactly("Revision 'c' depends on 'left', which no file declares (c.sql:3)."
                        + " That is a label; name the revision that carries it, 'a'.");
    }

    @Test
    void refusesIdsThatATargetCouldNotName() {
        assertThat(RevisionId.problemWith("")).isEqualTo("The id of a revision is empty.");
        assertThat(RevisionId.problemWith("Current")).isEqualTo("The id 'Current' is a reserved word.");
        assertThat(RevisionId.problemWith("a@b")).isEqualTo("The id 'a@b' contains '@'.");
        assertThat(RevisionId.problemWith("a".repeat(65))).endsWith("is longer than 64 characters.");
        assertThat(RevisionId.problemWith("2026.11_ä")).isNull();
    }

    private static List<String> problems(String... lines) {
        InvalidRevisionsException thrown = catchThrowableOfType(InvalidRevisionsException.class, () -> graph(lines));
        return thrown == null
                ? List.of()
                : thrown.problems().stream().map(Problem::toString).toList();
    }
}

package dev.instar.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.revision.InvalidRevisionsException;
import dev.instar.revision.Problem;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaRevisionTests {

    @Test
    void theAnnotationSaysWhatAHeaderSays() {
        Revisions revisions = read(
                RevisionOptions.NONE.withJavaRevisions(new Second()).withJavaRevisionClasses(First.class.getName()));

        Revision first = revisions.script(new RevisionId("j1")).revision();
        assertThat(first.isRoot()).isTrue();
        assertThat(first.label()).isEqualTo("java");
        assertThat(first.reversible()).isTrue();
        assertThat(first.origin()).hasToString(First.class.getName());
        assertThat(first.checksum()).hasToString("java-version-1:1");
        Script second = revisions.script(new RevisionId("j2"));
        assertThat(second.revision().revises()).containsExactly(new RevisionId("j1"));
        assertThat(second.revision().reversible()).isFalse();
        assertThat(second.revision().checksum()).hasToString("java-version-1:2026-01");
        assertThat(second.irreversible()).isEqualTo("sends letters");
        assertThat(second.java()).isInstanceOf(Second.class);
    }

    @Test
    void allThatIsWrongWithThemIsReportedTogether() {
        RevisionOptions options = RevisionOptions.NONE
                .withJavaRevisions(new Unannotated(), new Contradictory())
                .withJavaRevisionClasses(
                        "com.example.Gone", "java.lang.String", Broken.class.getName(), Hidden.class.getName());

        assertThatThrownBy(() -> read(options))
                .isInstanceOfSatisfying(
                        InvalidRevisionsException.class,
                        failure -> assertThat(failure.problems())
                                .extracting(Problem::toString)
                                .containsExactly(
                                        "There is no class 'com.example.Gone'. Correct 'instar.java-revisions'.",
                                        "The class 'java.lang.String' is not a Java revision. Let it implement 'JavaRevision'.",
                                        "The class '%s' cannot be loaded: java.lang.ArithmeticException: / by zero. Mend the class, or bring what it needs."
                                                .formatted(Broken.class.getName()),
                                        ("The class '%s' cannot be created. Make it public, with a public constructor that has no"
                                                        + " parameters, or declare it as a bean.")
                                                .formatted(Hidden.class.getName()),
                                        "The id 'a-b' contains '-'. (%s). Use up to 64 letters, digits, '_' and '.', and none of the words 'head', 'heads', 'base' and 'current'."
                                                .formatted(Contradictory.class.getName())
                                                .replace("'. (", "' ("),
                                        "Revision 'a-b' does not say what it revises (%s). Name its parents in 'revises', or \"base\" when it is the first of its branch."
                                                .formatted(Contradictory.class.getName()),
                                        "'!prod' is no name of an environment (%s). List the environments that the revision is for; nothing is negated or combined there."
                                                .formatted(Contradictory.class.getName()),
                                        "'irreversible' contradicts the method 'downgrade' (%s). Take one of them out."
                                                .formatted(Contradictory.class.getName()),
                                        "The class '%s' does not say which revision it is. Annotate it with '@RevisionHeader'."
                                                .formatted(Unannotated.class.getName())));
    }

    @Test
    void aLambdaIsNamedAsWhatItIs() {
        JavaRevision lambda = context -> {};

        assertThatThrownBy(() -> read(RevisionOptions.NONE.withJavaRevisions(lambda)))
                .hasMessage("The class '%s' does not say which revision it is. Annotate it with '@RevisionHeader'."
                        .formatted(lambda.getClass().getName()));
    }

    private static Revisions read(RevisionOptions options) {
        return Revisions.read(List.of(), options);
    }

    @RevisionHeader(id = "j1", revises = "base", message = "First", label = "java")
    public static final class First implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {}

        @Override
        public void downgrade(RevisionContext context) {}
    }

    @RevisionHeader(id = "j2", revises = "j1", message = "Second", version = "2026-01", irreversible = "sends letters")
    static final class Second implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {}
    }

    static final class Unannotated implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {}
    }

    @RevisionHeader(
            id = "a-b",
            revises = {},
            message = "Wrong",
            environments = "!prod",
            irreversible = "no")
    static final class Contradictory implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {}

        @Override
        public void downgrade(RevisionContext context) {}
    }

    static final class Broken implements JavaRevision {

        private static final int ROWS = 1 / Integer.parseInt("0");

        @Override
        public void upgrade(RevisionContext context) {
            context.progress(ROWS, ROWS);
        }
    }

    private static final class Hidden implements JavaRevision {

        private Hidden(String parameter) {
            parameter.strip();
        }

        @Override
        public void upgrade(RevisionContext context) {}
    }
}

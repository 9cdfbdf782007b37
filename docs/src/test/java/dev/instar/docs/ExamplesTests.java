package dev.instar.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.State;
import dev.instar.TestDatabase;
import dev.instar.revision.InvalidRevisionsException;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import dev.instar.script.RevisionOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The revisions of revisions.md do what the page says. */
class ExamplesTests {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void goUpAndDownAndUpAgain() {
        Instar instar = instar("dev");
        instar.upgrade(Target.parse("91aa0c3e"), Trigger.COMMAND);
        assertThat(themes()).containsExactly("dark", "dark");

        instar.downgrade(Target.BASE, Trigger.COMMAND);
        instar.upgrade(Target.HEADS, Trigger.COMMAND);

        assertThat(instar.status().state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void seedDataStaysInItsEnvironments() {
        instar("production").upgrade(Target.parse("91aa0c3e"), Trigger.COMMAND);

        assertThat(themes()).isEmpty();
    }

    @Test
    void nothingGoesDownThroughAnIrreversibleRevision() {
        Instar instar = instar("dev");
        instar.upgrade(Target.HEADS, Trigger.COMMAND);

        assertThatThrownBy(() -> instar.downgrade(Target.BASE, Trigger.COMMAND))
                .isInstanceOf(InvalidRevisionsException.class)
                .hasMessageContaining("e05f77c4")
                .hasMessageContaining("5a0be3d9");
        assertThat(instar.status().state()).isEqualTo(State.UP_TO_DATE);
    }

    private Instar instar(String environment) {
        return new Instar(
                database.dataSource(),
                InstarSettings.DEFAULT
                        .withLocations("file:examples")
                        .withRevisionOptions(RevisionOptions.NONE
                                .withEnvironments(environment)
                                .withPlaceholders(Map.of("default-theme", "dark"))
                                .withJavaRevisions(new LowerCaseEmails())));
    }

    private List<String> themes() {
        return database.client()
                .sql("SELECT theme FROM user_preferences")
                .query(String.class)
                .list();
    }
}

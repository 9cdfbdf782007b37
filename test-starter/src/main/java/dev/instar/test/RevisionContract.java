package dev.instar.test;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What every service's revisions should keep, as tests. A test class of the service implements it and needs nothing
 * else; with {@link MigratedDatabase} on the class it says where server and revisions are.
 */
public interface RevisionContract {

    /** Where the revisions are and what they are given; of a Spring service, those of its {@code Instar} bean. */
    default InstarSettings settings() {
        return RevisionWalk.request(getClass()).settings();
    }

    /** Nobody merged two branches without joining their revisions. */
    @Test
    default void thereIsOneHead() {
        List<String> heads = RevisionWalk.heads(settings());
        Assertions.assertTrue(
                heads.size() <= 1,
                () -> "There are %d heads. Join them with 'instar merge %s'."
                        .formatted(heads.size(), String.join(" ", heads)));
    }

    /** Nothing lacks a downgrade by oversight. */
    @Test
    default void everyRevisionCanBeUndoneOrSaysWhyNot() {
        List<String> silent = RevisionWalk.withoutDowngradeOrReason(settings());
        Assertions.assertTrue(
                silent.isEmpty(),
                () -> "No downgrade and no reason: %s. Add a '-- @downgrade' section, or '-- @irreversible <reason>'."
                        .formatted(String.join(", ", silent)));
    }

    /** Each revision in turn, whatever else runs in parallel, on a database of its own: up, down again, and up again. */
    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    default Stream<DynamicTest> everyRevisionGoesUpAndDownAndUpAgain() {
        Clone clone = new Clone(TestServers.get(RevisionWalk.request(getClass()).server()));
        clone.createEmpty();
        try {
            RevisionWalk walk = new RevisionWalk(new Instar(clone.address().dataSource(), settings()), clone);
            return walk.tests().onClose(clone::drop);
        } catch (RuntimeException unreadable) {
            clone.dropQuietly();
            throw unreadable;
        }
    }
}

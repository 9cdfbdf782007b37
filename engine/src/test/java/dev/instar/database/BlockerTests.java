package dev.instar.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BlockerTests {

    @Test
    void doesNotTellThePasswordThatItsLastStatementHasSet() {
        Blocker blocker = new Blocker(
                7, "psql", "idle in transaction", Duration.ZERO, "ALTER ROLE clerk PASSWORD 'hunter2'", false, "");
        assertThat(blocker.query()).contains("ALTER ROLE clerk").doesNotContain("hunter2");
        assertThat(blocker.toString()).doesNotContain("hunter2");
    }
}

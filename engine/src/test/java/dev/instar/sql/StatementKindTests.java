package dev.instar.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The kinds themselves are in the golden files {@code kinds*}. */
class StatementKindTests {

    @Test
    void classifiesATextByItself() {
        assertThat(StatementKind.of("/* x */ create unique index concurrently i on t (a)"))
                .isEqualTo(StatementKind.CREATE_INDEX_CONCURRENTLY);
        assertThat(StatementKind.of("REINDEX (VERBOSE, CONCURRENTLY on) SCHEMA s"))
                .isEqualTo(StatementKind.REINDEX_CONCURRENTLY);
        assertThat(StatementKind.of("ALTER TABLE IF EXISTS ONLY t DETACH PARTITION p CONCURRENTLY -- x"))
                .isEqualTo(StatementKind.DETACH_PARTITION_CONCURRENTLY);
        assertThat(StatementKind.of("PREPARE transaction AS SELECT 1")).isEqualTo(StatementKind.OTHER);
    }

    @Test
    void tellsSavepointsFromTheEndOfTheTransaction() {
        for (String kept :
                List.of("SAVEPOINT a", "RELEASE SAVEPOINT a", "ROLLBACK TO a", "rollback work to savepoint a")) {
            assertThat(StatementKind.of(kept)).as(kept).isEqualTo(StatementKind.SAVEPOINT);
        }
        for (String ended :
                List.of("ROLLBACK", "ROLLBACK WORK", "ROLLBACK PREPARED 'to'", "ROLLBACK AND CHAIN", "COMMIT")) {
            assertThat(StatementKind.of(ended)).as(ended).isEqualTo(StatementKind.TRANSACTION_CONTROL);
        }
    }

    @Test
    void isOtherForWhatIsNoStatement() {
        assertThat(StatementKind.of("")).isEqualTo(StatementKind.OTHER);
        assertThat(StatementKind.of("-- nothing")).isEqualTo(StatementKind.OTHER);
        assertThat(StatementKind.of("'never closed")).isEqualTo(StatementKind.OTHER);
        assertThat(StatementKind.of("${ddl}")).isEqualTo(StatementKind.OTHER);
    }

    @Test
    void survivesWhatIsNeverClosed() {
        assertThat(StatementKind.of("ALTER TABLE t ADD CHECK ((a > 1")).isEqualTo(StatementKind.DEFINITION);
        assertThat(StatementKind.of("WITH a AS (SELECT 'x")).isEqualTo(StatementKind.QUERY);
        assertThat(StatementKind.of("COPY t (a FROM stdin")).isEqualTo(StatementKind.OTHER);
    }
}

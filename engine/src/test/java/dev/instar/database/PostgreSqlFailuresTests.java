package dev.instar.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;

class PostgreSqlFailuresTests {

    private static final List<String> TOGETHER = List.of("CREATE TABLE t2 (a int)", "\nINSERT INTO t2 VALUES (1)");

    @Test
    void readsWhichStatementWasRefusedInWhateverLanguageTheDriverSpeaks() {
        assertThat(refusedOf("Batch entry 1 INSERT INTO t2 VALUES (1) was aborted: ERROR: 0"))
                .isEqualTo(1);
        assertThat(refusedOf("L'élément du batch 0 CREATE TABLE t2 (a int) a été annulé."))
                .isZero();
        assertThat(refusedOf("\u0662 \u0661 INSERT INTO t2 VALUES (1)")).isEqualTo(-1);
        assertThat(refusedOf("\u0661 INSERT INTO t2 VALUES (1)")).isEqualTo(1);
    }

    @Test
    void isNotCertainWhenNumberAndTextDoNotFit() {
        assertThat(refusedOf("Batch entry 0 INSERT INTO t2 VALUES (1) was aborted"))
                .isEqualTo(-1);
        assertThat(refusedOf("Batch entry 1 <unknown> was aborted")).isEqualTo(-1);
        assertThat(refusedOf("Batch entry 7 CREATE TABLE t2 (a int) was aborted"))
                .isEqualTo(-1);
        assertThat(refusedOf("It failed")).isEqualTo(-1);
        assertThat(refusedOf(null)).isEqualTo(-1);
    }

    private static int refusedOf(String message) {
        DataAccessException failure =
                new UncategorizedSQLException("send", null, new BatchUpdateException(message, "42703", new int[0]));
        return new PostgreSqlFailures().refusedOf(TOGETHER, failure);
    }
}

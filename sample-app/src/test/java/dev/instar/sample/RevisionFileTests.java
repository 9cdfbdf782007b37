package dev.instar.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RevisionFileTests {

    private static EmbeddedPostgres postgres;

    private static DataSource dataSource;

    private static JdbcClient jdbc;

    @BeforeAll
    static void startServer() throws IOException {
        postgres = EmbeddedPostgres.start();
        dataSource = postgres.getPostgresDatabase();
        jdbc = JdbcClient.create(dataSource);
    }

    @AfterAll
    static void stopServer() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void emptySchema() {
        jdbc.sql("DROP SCHEMA public CASCADE").update();
        jdbc.sql("CREATE SCHEMA public").update();
    }

    @Test
    void goUpAndDownAndUpAndLeaveExactlyWhatTheyFound() throws IOException, SQLException {
        Catalog base = Catalog.of(dataSource);
        assertThat(base.objects()).isEmpty();
        Deque<Catalog> stages = new ArrayDeque<>(List.of(base));
        for (RevisionFile revision : RevisionFile.all()) {
            revision.run(dataSource, revision.upgrade());
            Catalog after = Catalog.of(dataSource);
            revision.run(dataSource, revision.downgrade());
            assertThat(Catalog.of(dataSource)).as("down %s", revision.name()).isEqualTo(stages.peek());
            revision.run(dataSource, revision.upgrade());
            assertThat(Catalog.of(dataSource))
                    .as("up again %s", revision.name())
                    .isEqualTo(after);
            stages.push(after);
        }
        List<RevisionFile> downwards = new ArrayList<>(RevisionFile.all());
        Collections.reverse(downwards);
        for (RevisionFile revision : downwards) {
            stages.pop();
            revision.run(dataSource, revision.downgrade());
            assertThat(Catalog.of(dataSource)).as("down %s", revision.name()).isEqualTo(stages.peek());
        }
        assertThat(Catalog.of(dataSource).objects()).isEmpty();
        RevisionFile.upgradeAll(dataSource);
    }

    @Test
    void bringTheSeedData() throws IOException, SQLException {
        RevisionFile.upgradeAll(dataSource);
        assertThat(jdbc.sql("SELECT name FROM clients").query(String.class).list())
                .containsExactly("WEX");
        assertThat(jdbc.sql("SELECT flow_step FROM workflow_report ORDER BY step_number")
                        .query(String.class)
                        .list())
                .hasSize(12)
                .startsWith("Backlog")
                .endsWith("Done");
        assertThat(rows("status_mappings")).isEqualTo(72);
        assertThat(rows("issuetype_mappings")).isEqualTo(31);
        assertThat(rows("system_settings")).isEqualTo(6);
        assertThat(rows("job_schedules")).isEqualTo(4);
        assertThat(rows("pr_achievements")).isEqualTo(3);
        assertThat(rows("pr_code_changes")).isEqualTo(4);
        assertThat(rows("pr_kpi_impacts")).isEqualTo(3);
        assertThat(rows("pr_evidence")).isEqualTo(1);
    }

    @Test
    void indexEveryForeignKey() throws IOException, SQLException {
        RevisionFile.upgradeAll(dataSource);
        assertThat(jdbc.sql("""
                        SELECT conname FROM pg_constraint k
                        WHERE contype = 'f' AND NOT EXISTS (
                            SELECT FROM pg_index i
                            WHERE i.indrelid = k.conrelid AND i.indpred IS NULL
                              AND k.conkey <@
                                  (string_to_array(i.indkey::text, ' ')::smallint[])[1:cardinality(k.conkey)])
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void keepLongBusinessValuesThroughADowngrade() throws IOException, SQLException {
        RevisionFile.upgradeAll(dataSource);
        String analysis = "{\"value\": \"" + "much ".repeat(200) + "\"}";
        jdbc.sql("UPDATE achievements SET business_value = ? WHERE title = 'Build time halved'")
                .param(analysis)
                .update();
        String before = achievements();
        RevisionFile optimize = RevisionFile.all().get(4);
        RevisionFile expand = RevisionFile.all().get(3);
        optimize.run(dataSource, optimize.downgrade());
        expand.run(dataSource, expand.downgrade());
        assertThat(jdbc.sql("SELECT max(length(business_value)) FROM achievements")
                        .query(Integer.class)
                        .single())
                .isEqualTo(255);
        expand.run(dataSource, expand.upgrade());
        optimize.run(dataSource, optimize.upgrade());
        assertThat(achievements()).isEqualTo(before).contains("much much");
    }

    @Test
    void removeAWholeClientWithEverythingItOwns() throws IOException, SQLException {
        RevisionFile.upgradeAll(dataSource);
        addOneRowToEachDataTable();
        jdbc.sql("DELETE FROM clients").update();
        for (String table : jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list()) {
            assertThat(rows(table)).as(table).isZero();
        }
    }

    @Test
    void letNoRowPointAtAnotherClient() throws IOException, SQLException {
        RevisionFile.upgradeAll(dataSource);
        addOneRowToEachDataTable();
        jdbc.sql("INSERT INTO clients (name) VALUES ('Other')").update();
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("""
                        INSERT INTO projects (client_id, integration_id, external_id, key, name)
                        SELECT c.id, i.id, '2', 'OTH', 'Other' FROM clients c, integrations i
                        WHERE c.name = 'Other'
                        """).update())
                .withMessageContaining("projects_integration_fkey");
    }

    @Test
    void keepDefinitionsThatAreInUse() throws IOException, SQLException {
        RevisionFile.upgradeAll(dataSource);
        addOneRowToEachDataTable();
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("DELETE FROM statuses").update())
                .withMessageContaining("issues_status_fkey");
    }

    @Test
    void touchWhatIsUpdated() throws IOException, SQLException {
        RevisionFile.upgradeAll(dataSource);
        jdbc.sql("UPDATE clients SET website = NULL, last_updated_at = 'epoch'").update();
        assertThat(jdbc.sql("SELECT last_updated_at > created_at FROM clients")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private static void addOneRowToEachDataTable() throws IOException {
        jdbc.sql(new ClassPathResource("one-row-per-table.sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
        assertThat(rows("jira_pull_request_links")).isEqualTo(1);
        assertThat(rows("pull_request_commits")).isEqualTo(1);
    }

    private static String achievements() {
        return jdbc.sql("SELECT jsonb_agg(to_jsonb(a) ORDER BY a.id)::text FROM achievements a")
                .query(String.class)
                .single();
    }

    private static long rows(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}

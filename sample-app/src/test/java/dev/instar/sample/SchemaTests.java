package dev.instar.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.history.TableNames;
import dev.instar.revision.Revision;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema that the sample's revisions make, and the way up and down. */
class SchemaTests {

    /** Instar's own tables stay apart, so that only the sample's objects are compared. */
    private static final InstarSettings SETTINGS =
            InstarSettings.DEFAULT.withTables(new TableNames("instar", "migration_history", "migration_journal"));

    private static EmbeddedPostgres postgres;

    private static DataSource dataSource;

    private static JdbcClient jdbc;

    private Instar instar;

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
        jdbc.sql("DROP SCHEMA IF EXISTS instar CASCADE").update();
        instar = new Instar(dataSource, SETTINGS);
    }

    @Test
    void goesDownToEachRevisionAndUpAgainAndEndsWhereItWas() {
        Catalog base = Catalog.of(dataSource);
        instar.upgrade(Target.HEADS, Trigger.COMMAND);
        Catalog full = Catalog.of(dataSource);
        for (Revision revision : instar.revisions().graph().inOrder()) {
            instar.downgrade(Target.parse(revision.id().value()), Trigger.COMMAND);
            instar.upgrade(Target.HEADS, Trigger.COMMAND);
            assertThat(Catalog.of(dataSource))
                    .as("down to %s and up", revision.id())
                    .isEqualTo(full);
        }
        instar.downgrade(Target.BASE, Trigger.COMMAND);
        assertThat(Catalog.of(dataSource)).isEqualTo(base);
    }

    @Test
    void bringTheSeedData() {
        instar.upgrade(Target.HEADS, Trigger.COMMAND);
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
    void indexEveryForeignKey() {
        instar.upgrade(Target.HEADS, Trigger.COMMAND);
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
    void keepLongBusinessValuesThroughADowngrade() {
        instar.upgrade(Target.HEADS, Trigger.COMMAND);
        String analysis = "{\"value\": \"" + "much ".repeat(200) + "\"}";
        jdbc.sql("UPDATE achievements SET business_value = ? WHERE title = 'Build time halved'")
                .param(analysis)
                .update();
        String before = achievements();
        instar.downgrade(Target.parse("a1c4e7f2"), Trigger.COMMAND);
        assertThat(jdbc.sql("SELECT max(length(business_value)) FROM achievements")
                        .query(Integer.class)
                        .single())
                .isEqualTo(255);
        instar.upgrade(Target.HEADS, Trigger.COMMAND);
        assertThat(achievements()).isEqualTo(before).contains("much much");
    }

    @Test
    void removeAWholeClientWithEverythingItOwns() throws IOException {
        instar.upgrade(Target.HEADS, Trigger.COMMAND);
        addOneRowToEachDataTable();
        jdbc.sql("DELETE FROM clients").update();
        for (String table : jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list()) {
            assertThat(rows(table)).as(table).isZero();
        }
    }

    @Test
    void letNoRowPointAtAnotherClient() throws IOException {
        instar.upgrade(Target.HEADS, Trigger.COMMAND);
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
    void keepDefinitionsThatAreInUse() throws IOException {
        instar.upgrade(Target.HEADS, Trigger.COMMAND);
        addOneRowToEachDataTable();
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("DELETE FROM statuses").update())
                .withMessageContaining("issues_status_fkey");
    }

    @Test
    void touchWhatIsUpdated() {
        instar.upgrade(Target.HEADS, Trigger.COMMAND);
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

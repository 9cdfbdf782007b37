package dev.instar.history;

import dev.instar.database.Database;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two tables as SQL names and defines them. */
public final class Tables {

    private final Database database;
    private final TableNames names;

    public Tables(Database database, TableNames names) {
        this.database = database;
        this.names = names;
    }

    /** The history, as statements name it. */
    public String history() {
        return qualified(names.history());
    }

    String journal() {
        return qualified(names.journal());
    }

    /**
     * A condition for the rows of the history. A search path can lead to a table of another service when ours does not
     * exist yet; that one counts as none.
     */
    String isWhereTablesAreCreated() {
        return isWhereTablesAreCreated(names.history());
    }

    /** The same condition for the lines of the journal. */
    String isJournalWhereTablesAreCreated() {
        return isWhereTablesAreCreated(names.journal());
    }

    private String isWhereTablesAreCreated(String table) {
        return names.schema() == null ? database.isInCurrentSchema(table) : "true";
    }

    TableNames names() {
        return names;
    }

    /** What creates them. */
    public Stream<String> definitions() {
        return Stream.of(historyDefinition(), journalDefinition());
    }

    private String qualified(String table) {
        String name = database.quote(table);
        return names.schema() == null ? name : database.quote(names.schema()) + "." + name;
    }

    /**
     * Records that revisions are applied, or begin to be.
     *
     * @param rows the values for each revision, in parentheses
     * @param status what becomes of the status where there is a row of a revision
     */
    public String recording(String rows, String status) {
        return """
                INSERT INTO %s AS h (migration_number, migration_name, applied_at, status, revises, depends_on, label,
                            checksum, checksum_algorithm, duration_ms, application_version, downgrade_sql, run_id)
                     VALUES %s
                ON CONFLICT (migration_number) DO UPDATE
                        SET migration_name = EXCLUDED.migration_name, applied_at = EXCLUDED.applied_at,
                            rollback_at = NULL, status = %s,
                            revises = EXCLUDED.revises, depends_on = EXCLUDED.depends_on, label = EXCLUDED.label,
                            checksum = EXCLUDED.checksum, checksum_algorithm = EXCLUDED.checksum_algorithm,
                            duration_ms = EXCLUDED.duration_ms, applied_by = EXCLUDED.applied_by,
                            application_version = EXCLUDED.application_version,
                            downgrade_sql = EXCLUDED.downgrade_sql, run_id = EXCLUDED.run_id""".formatted(history(), rows, status);
    }

    private String historyDefinition() {
        return """
                CREATE TABLE %s (
                    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    migration_number    varchar(64) NOT NULL UNIQUE,
                    migration_name      text NOT NULL,
                    applied_at          timestamp with time zone NOT NULL,
                    rollback_at         timestamp with time zone,
                    status              varchar(20) NOT NULL,
                    revises             text NOT NULL,
                    depends_on          text NOT NULL,
                    label               varchar(64),
                    checksum            varchar(128) NOT NULL,
                    checksum_algorithm  varchar(32) NOT NULL,
                    duration_ms         bigint NOT NULL,
                    applied_by          text NOT NULL DEFAULT CURRENT_USER,
                    application_version text,
                    downgrade_sql       text,
                    run_id              uuid NOT NULL,
                    CHECK (status IN (%s))
                )
                """.formatted(
                        history(),
                        Stream.of(Status.values())
                                .map(status -> "'" + status.column() + "'")
                                .collect(Collectors.joining(", ")));
    }

    private String journalDefinition() {
        return """
                CREATE TABLE %s (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    %s,
                    hash char(64) NOT NULL
                )
                """.formatted(
                        journal(),
                        Stream.of(JournalColumn.values())
                                .map(JournalColumn::definition)
                                .collect(Collectors.joining(",\n    ")));
    }
}

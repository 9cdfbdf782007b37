package dev.instar.history;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import java.util.ArrayList;
import java.util.List;

/** The tables as SQL names them, and how they come into being. */
final class Tables {

    private final Database database;
    private final TableNames names;

    Tables(Database database, TableNames names) {
        this.database = database;
        this.names = names;
    }

    String history() {
        return qualified(names.history());
    }

    String journal() {
        return qualified(names.journal());
    }

    /** Creates what is missing, all or nothing. Only the holder of the migration lock may call this. */
    void create(Session session) {
        session.inTransaction(() -> definitions().forEach(session::execute));
    }

    /** The statements that create what is missing. */
    List<String> definitions() {
        List<String> definitions = new ArrayList<>();
        if (names.schema() != null) {
            definitions.add("CREATE SCHEMA IF NOT EXISTS " + database.quote(names.schema()));
        }
        definitions.add(historyDefinition());
        definitions.add(journalDefinition());
        return definitions;
    }

    private String qualified(String table) {
        String name = database.quote(table);
        return names.schema() == null ? name : database.quote(names.schema()) + "." + name;
    }

    private String historyDefinition() {
        return """
                CREATE TABLE IF NOT EXISTS %s (
                    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    migration_number    varchar(64) NOT NULL UNIQUE,
                    migration_name      text NOT NULL,
                    applied_at          timestamp with time zone NOT NULL,
                    rollback_at         timestamp with time zone,
                    status              varchar(20) NOT NULL CHECK (status IN ('applied', 'rolled_back')),
                    revises             text NOT NULL,
                    depends_on          text NOT NULL,
                    label               varchar(64),
                    checksum            varchar(128) NOT NULL,
                    checksum_algorithm  varchar(32) NOT NULL,
                    duration_ms         bigint NOT NULL,
                    applied_by          text NOT NULL DEFAULT CURRENT_USER,
                    application_version text,
                    downgrade_sql       text,
                    run_id              uuid NOT NULL
                )
                """.formatted(history());
    }

    private String journalDefinition() {
        return """
                CREATE TABLE IF NOT EXISTS %s (
                    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    run_id           uuid NOT NULL,
                    at               timestamp with time zone NOT NULL,
                    event            varchar(20) NOT NULL,
                    migration_number varchar(64),
                    direction        varchar(10),
                    statement_number integer,
                    row_count        bigint,
                    batch_cursor     text,
                    error            text,
                    by_whom          text NOT NULL,
                    hash             char(64) NOT NULL
                )
                """.formatted(journal());
    }
}

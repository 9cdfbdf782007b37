package dev.instar.boot.command;

import dev.instar.database.Database;
import dev.instar.history.IdList;
import dev.instar.history.TableNames;
import dev.instar.history.Tables;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.RevisionId;
import dev.instar.schema.Identifier;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in SQL what a run writes into the history over its connection, for scripts that somebody else runs. */
final class HistoryScript {

    private final Database database;
    private final TableNames names;
    private final Tables tables;

    HistoryScript(Database database, TableNames names) {
        this.database = database;
        this.names = names;
        this.tables = new Tables(database, names);
    }

    /** Creates both tables where they are missing. */
    List<String> create() {
        return Stream.concat(
                        Stream.ofNullable(names.schema())
                                .map(schema -> "CREATE SCHEMA IF NOT EXISTS " + database.quote(schema)),
                        tables.definitions()
                                .map(table -> table.replaceFirst("CREATE TABLE", "CREATE TABLE IF NOT EXISTS")))
                .toList();
    }

    /**
     * Records a revision. When it is recorded as applied already the statement fails: then its status would have to
     * become null.
     */
    String recordApplied(AppliedRevision revision, @Nullable String applicationVersion, @Nullable String downgradeSql) {
        String row = "(%s, %s, clock_timestamp(), 'applied', %s, %s, %s, %s, %s, %s, %s, %s, '%s')"
                .formatted(
                        literal(revision.id().value()),
                        literal(revision.message()),
                        literal(IdList.write(revision.revises())),
                        literal(IdList.write(revision.dependsOn())),
                        literal(revision.label()),
                        literal(revision.checksum().value()),
                        literal(revision.checksum().algorithm()),
                        revision.duration().toMillis(),
                        literal(applicationVersion),
                        literal(downgradeSql),
                        revision.run());
        return tables.recording(row, "CASE h.status WHEN 'rolled_back' THEN EXCLUDED.status END");
    }

    /** Fails where a revision is not applied. */
    String requireApplied(RevisionId id) {
        return """
                DO $instar$ BEGIN
                  IF NOT EXISTS (SELECT FROM %1$s WHERE migration_number = %2$s AND status = 'applied') THEN
                    RAISE EXCEPTION 'Revision ''%3$s'' is not applied here.'
                      USING HINT = 'Look which database and which search_path psql has, and where its history stands.';
                  END IF;
                END $instar$""".formatted(tables.history(), literal(id.value()), id);
    }

    /** Fails where a revision is applied that needs this one. */
    public String requireNothingAbove(RevisionId id) {
        return """
                DO $instar$ DECLARE above text := (
                  SELECT min(migration_number) FROM %1$s WHERE status = 'applied'
                     AND %2$s = ANY (string_to_array(revises || ',' || depends_on, ','))); BEGIN
                  IF above IS NOT NULL THEN
                    RAISE EXCEPTION 'Revision ''%%'' is applied here and needs ''%3$s''.', above
                      USING HINT = 'Undo it first.';
                  END IF;
                END $instar$""".formatted(tables.history(), literal(id.value()), id);
    }

    /** Records that a revision is not applied any more. */
    String recordRolledBack(RevisionId id) {
        return """
                UPDATE %s SET status = 'rolled_back', rollback_at = clock_timestamp()
                 WHERE migration_number = %s AND status = 'applied'""".formatted(tables.history(), literal(id.value()));
    }

    /** A string that means the same whatever a script has set about backslashes. */
    static String literal(@Nullable String text) {
        return text == null ? "NULL" : Identifier.literal(text);
    }
}

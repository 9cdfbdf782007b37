package dev.instar.boot.autoconfigure;

import dev.instar.InstarSettings;
import dev.instar.OnUnknownRevision;
import dev.instar.autogenerate.Extent;
import dev.instar.boot.Mode;
import dev.instar.history.TableNames;
import dev.instar.lock.LockType;
import dev.instar.revision.expression.Target;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.RunManner;
import dev.instar.run.TransactionScope;
import dev.instar.script.RevisionOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Everything that can be set with {@code instar.*}. A property that does not exist is refused at the start.
 *
 * @param mode What a starting service does about its schema.
 * @param target Where this build wants the database to be.
 * @param locations Folders of the revisions, on the class path or in the file system.
 * @param schema Schema of the two tables. The first of the connection's search path when not set.
 * @param historyTable Name of the table that says which revisions are applied.
 * @param journalTable Name of the append-only table of what runs did.
 * @param onUnknownRevision What to do about applied revisions that no file explains.
 * @param placeholders Values of the placeholders in revisions, by their names.
 * @param environments Names of this environment, for revisions that are limited to some. The active profiles when not
 *     set.
 * @param javaRevisions Names of classes that are revisions written in Java and no beans.
 * @param transaction What takes effect together: each revision, or all revisions of a run.
 * @param groupSize How many revisions are committed together at most in a database that was empty when the run began,
 *     where each could be a transaction of its own. 1 for each by itself.
 * @param ddlLockTimeout How long one attempt may wait for a lock, and so make others wait behind it.
 * @param lockBudget How long all attempts to get the locks of one transaction may take together.
 * @param concurrentLockBudget How long a CONCURRENTLY statement, behind which nobody has to wait, may be blocked.
 * @param statementTimeout How long a statement in a transaction may take. Zero for as long as it needs.
 * @param connectRetries How often to try again when the database cannot be reached at the start.
 * @param reconnectBudget How long to try to get a lost connection back.
 * @param answerTimeout How long to wait for a sign of life before a connection counts as lost.
 * @param allowPooler Whether to trust a pooler in front of the server to keep one session for each client.
 * @param url JDBC URL of a direct connection for migrating. Derived from the application's data source when not set.
 * @param user User with the rights to change the schema. The application's own when not set.
 * @param password Password of the user with the rights to change the schema.
 * @param databases Databases with revisions of their own, by their names, where there are several. Without any, there is
 *     one: the application's.
 */
@ConfigurationProperties(prefix = "instar", ignoreUnknownFields = false)
public record InstarProperties(
        @DefaultValue("migrate") Mode mode,
        @DefaultValue("heads") String target,
        @DefaultValue("classpath:db/migration") List<String> locations,
        @Nullable String schema,
        @DefaultValue("migration_history") String historyTable,
        @DefaultValue("migration_journal") String journalTable,
        @DefaultValue("warn") OnUnknownRevision onUnknownRevision,
        @DefaultValue Map<String, String> placeholders,
        @Nullable List<String> environments,
        @DefaultValue List<String> javaRevisions,
        @DefaultValue Revisions revisions,
        @DefaultValue("revision") TransactionScope transaction,
        @DefaultValue("100") int groupSize,
        @DefaultValue Autogenerate autogenerate,
        @DefaultValue Drift drift,
        @DefaultValue("2s") Duration ddlLockTimeout,
        @DefaultValue("2m") Duration lockBudget,
        @DefaultValue("15m") Duration concurrentLockBudget,
        @DefaultValue("0s") Duration statementTimeout,
        @DefaultValue("0") int connectRetries,
        @DefaultValue("1m") Duration reconnectBudget,
        @DefaultValue("20s") Duration answerTimeout,
        @DefaultValue("false") boolean allowPooler,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue Map<String, Database> databases,
        @DefaultValue Lock lock,
        @DefaultValue Verify verify,
        @Name("wait") @DefaultValue Wait waiting,
        @DefaultValue Application application,
        @DefaultValue Snapshot snapshot,
        @DefaultValue Health health) {

    /** The tables without which this database is not what the build needs. */
    List<String> requiredTables(String database) {
        Database named = databases.get(database);
        return (named == null ? verify : named.verify()).requiredTables();
    }

    /** What these properties mean to the engine; the application's own facts stand in for what is not set. */
    InstarSettings toSettings(ApplicationFacts facts) {
        return new InstarSettings(
                locations,
                new TableNames(schema == null || schema.isBlank() ? null : schema, historyTable, journalTable),
                lock.timeout(),
                onUnknownRevision,
                application.name() == null ? facts.name() : application.name(),
                application.version() == null ? facts.version() : application.version(),
                new RevisionOptions(
                        placeholders,
                        Set.copyOf(environments == null ? facts.activeProfiles() : environments),
                        facts.javaRevisions(),
                        javaRevisions),
                new ExecutionSettings(
                        ddlLockTimeout,
                        lockBudget,
                        concurrentLockBudget,
                        statementTimeout,
                        connectRetries,
                        reconnectBudget,
                        answerTimeout,
                        allowPooler,
                        new RunManner(lock.type(), lock.lease(), transaction, groupSize)),
                Target.parse(target));
    }

    /** Leaves the password and the placeholders out. */
    @Override
    public String toString() {
        return "InstarProperties[mode=%s, locations=%s]".formatted(mode, locations);
    }

    /**
     * Files of new revisions.
     *
     * @param folder Folder that new revisions are written to. The first location in the file system when not set, else
     *     the one in 'src/main/resources' of the first on the class path.
     * @param fileName Name of a new file: '{rev}' stands for the id, '{slug}' for the message, and anything else in
     *     braces is a pattern for the time.
     * @param idDigits How many hexadecimal digits a made up id has.
     */
    public record Revisions(
            @Nullable String folder,
            @DefaultValue("{yyyyMMddHHmm}_{rev}_{slug}.sql") String fileName,
            @DefaultValue("8") int idDigits) {}

    /**
     * Revisions that are found by comparing.
     *
     * @param source What the database is held against: a '.sql' file or the JDBC URL of another database. The
     *     application's entities when not set.
     * @param schemas Patterns of the schemas that are looked at.
     * @param include Patterns of the tables that are looked at.
     * @param exclude Patterns of the tables that are not looked at.
     * @param extent What becomes of what only the database has. Depends on the source when not set.
     * @param propose Whether a service that starts says in its log what differs, for the time of development.
     */
    public record Autogenerate(
            @Nullable String source,
            @DefaultValue List<String> schemas,
            @DefaultValue List<String> include,
            @DefaultValue List<String> exclude,
            @Nullable Extent extent,
            @DefaultValue("false") boolean propose) {}

    /**
     * Watching whether the schema stays as the last run left it.
     *
     * @param enabled Whether runs remember what they leave, and health and metrics show what has changed since.
     * @param interval How old an answer may be before the catalog is read again.
     */
    public record Drift(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("15m") Duration interval) {}

    /**
     * One migrator at a time.
     *
     * @param type How one process keeps the others away.
     * @param timeout How long to wait for another process that is migrating.
     * @param lease How long a lease is valid without being renewed, with 'instar.lock.type=lease'.
     */
    public record Lock(
            @DefaultValue("session") LockType type,
            @DefaultValue("5m") Duration timeout,
            @DefaultValue("30s") Duration lease) {}

    /**
     * What must be true of a schema beside its history, when the start is done with it.
     *
     * @param requiredTables Tables or views that must exist, with their schema or without. Looked for in every mode but
     *     'off'.
     */
    public record Verify(@DefaultValue List<String> requiredTables) {}

    /**
     * Waiting for another process to migrate, with 'instar.mode=wait'.
     *
     * @param timeout How long to wait before giving up.
     * @param interval How long to pause before looking again.
     */
    public record Wait(
            @DefaultValue("5m") Duration timeout,
            @DefaultValue("1s") Duration interval) {}

    /**
     * Who is migrating.
     *
     * @param name Name of the application in sessions and in the journal. 'spring.application.name' when not set.
     * @param version Version recorded with each applied revision. The version of the build information when not set.
     */
    public record Application(
            @Nullable String name, @Nullable String version) {}

    /**
     * What endpoint, health and gauges know.
     *
     * @param ttl How old an answer may be before the database is asked again.
     * @param timeout How long to wait for its answer before the database counts as unreachable.
     */
    public record Snapshot(
            @DefaultValue("2s") Duration ttl,
            @DefaultValue("2s") Duration timeout) {}

    /**
     * One of several databases. What it does not say for itself and what is not its own by nature, such as locations and
     * the way to it, is as for all.
     *
     * @param mode What a starting service does about its schema. For all of them, 'off' and 'migrate-only' come first.
     * @param target Where this build wants it to be.
     * @param locations Folders of its revisions. 'classpath:db/migration/' and its name when not set.
     * @param dataSource Name of the bean that is its data source. The database's own name when not set, or that and
     *     'DataSource'.
     * @param url JDBC URL of a direct connection for migrating. Derived from its data source when not set.
     * @param user User with the rights to change the schema. The data source's own when not set.
     * @param password Password of the user with the rights to change the schema.
     * @param schema Schema of its two tables.
     * @param historyTable Name of the table that says which revisions are applied.
     * @param journalTable Name of the append-only table of what runs did.
     * @param onUnknownRevision What to do about applied revisions that no file explains.
     * @param placeholders Values of placeholders, in addition to those for all.
     * @param javaRevisions Names of classes that are its revisions written in Java, beans or not.
     * @param allowPooler Whether to trust a pooler in front of the server to keep one session for each client.
     */
    public record Database(
            @Nullable Mode mode,
            @Nullable String target,
            @DefaultValue List<String> locations,
            @Nullable String dataSource,
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable String schema,
            @Nullable String historyTable,
            @Nullable String journalTable,
            @Nullable OnUnknownRevision onUnknownRevision,
            @DefaultValue Map<String, String> placeholders,
            @DefaultValue List<String> javaRevisions,
            @Nullable Boolean allowPooler,
            @DefaultValue Verify verify) {

        /** Leaves the password and the placeholders out. */
        @Override
        public String toString() {
            return "Database[mode=%s, locations=%s]".formatted(mode, locations);
        }
    }

    /**
     * Health of the schema.
     *
     * @param path Path on the application's own port below which health is served, or 'none'.
     * @param showDetails Whether the health group 'database' shows revisions to everyone.
     */
    public record Health(
            @DefaultValue("/health") String path,
            @DefaultValue("true") boolean showDetails) {}
}

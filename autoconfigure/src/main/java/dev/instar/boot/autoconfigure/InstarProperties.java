package dev.instar.boot.autoconfigure;

import dev.instar.Instar;
import dev.instar.OnUnknownRevision;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.Mode;
import dev.instar.boot.StatusSnapshot;
import dev.instar.revision.InstarException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Everything that can be set with {@code instar.*}. A property that does not exist is refused at the start. This is a
 * bean with setters, and not a record with as many parameters, because every start has to bind it.
 */
@ConfigurationProperties(prefix = "instar", ignoreUnknownFields = false)
public final class InstarProperties extends EngineProperties implements InitializingBean {

    /** What a starting service does about its schema. */
    private Mode mode = Mode.MIGRATE;

    /** JDBC URL of a direct connection for migrating. Derived from the application's data source when not set. */
    private @Nullable String url;

    /** User with the rights to change the schema. The application's own when not set. */
    private @Nullable String user;

    /** Password of the user with the rights to change the schema. */
    private @Nullable String password;

    /**
     * Databases with revisions of their own, by their names, where there are several. Without any, there is one: the
     * application's.
     */
    private Map<String, Database> databases = Map.of();

    private Revisions revisions = new Revisions(null, "{yyyyMMddHHmm}_{rev}_{slug}.sql", 8);

    private Autogenerate autogenerate = new Autogenerate(null, List.of(), List.of(), List.of(), null, false);

    private Drift drift = new Drift(false, Duration.ofMinutes(15));

    private Verify verify = new Verify(List.of());

    private Wait wait = new Wait(Duration.ofMinutes(5), Duration.ofSeconds(1));

    private Snapshot snapshot = new Snapshot(Duration.ofSeconds(2), Duration.ofSeconds(2));

    private Health health = new Health("/health", true);

    public Mode getMode() {
        return mode;
    }

    public void setMode(Mode mode) {
        this.mode = mode;
    }

    public @Nullable String getUrl() {
        return url;
    }

    public void setUrl(@Nullable String url) {
        this.url = orNone(url);
    }

    public @Nullable String getUser() {
        return user;
    }

    public void setUser(@Nullable String user) {
        this.user = orNone(user);
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public Map<String, Database> getDatabases() {
        return databases;
    }

    public void setDatabases(Map<String, Database> databases) {
        this.databases = withoutEchoes(databases);
    }

    /** A variable of the environment that speaks of 'order-stock' calls it 'orderstock', which is no other one. */
    private static Map<String, Database> withoutEchoes(Map<String, Database> databases) {
        Map<String, Database> named = new HashMap<>(databases);
        for (String name : databases.keySet()) {
            String echo = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            if (!echo.equals(name)) {
                named.remove(echo);
            }
        }
        return named;
    }

    public Revisions getRevisions() {
        return revisions;
    }

    public void setRevisions(Revisions revisions) {
        this.revisions = revisions;
    }

    public Autogenerate getAutogenerate() {
        return autogenerate;
    }

    public void setAutogenerate(Autogenerate autogenerate) {
        this.autogenerate = autogenerate;
    }

    public Drift getDrift() {
        return drift;
    }

    public void setDrift(Drift drift) {
        this.drift = drift;
    }

    public Verify getVerify() {
        return verify;
    }

    public void setVerify(Verify verify) {
        this.verify = verify;
    }

    public Wait getWait() {
        return wait;
    }

    public void setWait(Wait wait) {
        this.wait = wait;
    }

    public Snapshot getSnapshot() {
        return snapshot;
    }

    public void setSnapshot(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    public Health getHealth() {
        return health;
    }

    public void setHealth(Health health) {
        this.health = health;
    }

    /** A variable of the environment that is not set makes an empty text. */
    private static @Nullable String orNone(@Nullable String text) {
        return StringUtils.hasText(text) ? text : null;
    }

    /** Refuses what would end in a failure that names no property, or in databases that nobody can reach. */
    @Override
    public void afterPropertiesSet() {
        refuseEmpty("target", getTarget());
        refuseEmpty("locations", String.join("", getLocations()));
        refuseEmpty("history-table", getHistoryTable());
        refuseEmpty("journal-table", getJournalTable());
        refuseEmpty("health.path", health.path());
        refuseBelow(1, "ddl-lock-timeout", getDdlLockTimeout());
        refuseBelow(0, "lock-budget", getLockBudget());
        refuseBelow(0, "concurrent-lock-budget", getConcurrentLockBudget());
        refuseBelow(0, "statement-timeout", getStatementTimeout());
        refuseBelow(0, "reconnect-budget", getReconnectBudget());
        refuseBelow(1, "answer-timeout", getAnswerTimeout());
        refuseBelow(0, "lock.timeout", getLock().timeout());
        refuseBelow(1, "lock.lease", getLock().lease());
        refuseBelow(0, "wait.timeout", wait.timeout());
        refuseBelow(1, "wait.interval", wait.interval());
        refuseBelow(0, "snapshot.ttl", snapshot.ttl());
        refuseBelow(1, "snapshot.timeout", snapshot.timeout());
        refuseBelow(0, "drift.interval", drift.interval());
        refuseBelow(0, "connect-retries", getConnectRetries(), "");
        refuseBelow(1, "group-size", getGroupSize(), "");
    }

    private static void refuseEmpty(String property, String text) {
        if (text.isBlank()) {
            throw new InstarException("'instar.%s' is empty.".formatted(property), "Give it a value, or take it out.");
        }
    }

    private static void refuseBelow(long least, String property, Duration time) {
        refuseBelow(least, property, time.toMillis(), "ms");
    }

    private static void refuseBelow(long least, String property, long value, String unit) {
        if (value < least) {
            throw new InstarException(
                    "'instar.%s' is %d%s.".formatted(property, value, unit),
                    "Set it to %d%s or more.".formatted(least, unit));
        }
    }

    MigratedDatabase database(String name, Mode how, Instar instar) {
        return new MigratedDatabase(
                name, how, instar, new StatusSnapshot(name, instar, snapshot.ttl(), snapshot.timeout()));
    }

    /** The tables without which this database is not what the build needs. */
    List<String> requiredTables(String database) {
        Database named = databases.get(database);
        List<String> own = named == null ? List.of() : named.verify().requiredTables();
        return own.isEmpty() ? verify.requiredTables() : own;
    }

    /** Leaves the password and the placeholders out. */
    @Override
    public String toString() {
        return "InstarProperties[mode=%s, locations=%s]".formatted(mode, getLocations());
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
            @DefaultValue("8") int idDigits) {

        public Revisions {
            folder = orNone(folder);
        }
    }

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
            @DefaultValue("false") boolean propose) {

        public Autogenerate {
            source = orNone(source);
        }
    }

    /** What becomes of what only the database has, as the module of the commands understands it. */
    public enum Extent {
        /** Columns that are not wanted go. */
        SHAPE,
        /** What came from a mapping goes, too. */
        MAPPED,
        /** Everything goes about the tables that the source knows. */
        TABLES,
        /** Everything goes that is not wanted. */
        EVERYTHING
    }

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

        public Database {
            url = orNone(url);
            user = orNone(user);
        }

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

package dev.instar.boot.autoconfigure;

import dev.instar.InstarSettings;
import dev.instar.OnUnknownRevision;
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
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the engine is told with {@code instar.*}. Its defaults are the engine's own. */
abstract class EngineProperties {

    /** Where this build wants the database to be. */
    private String target = "heads";

    /** Folders of the revisions, on the class path or in the file system. */
    private List<String> locations = List.of("classpath:db/migration");

    /** Schema of the two tables. The first of the connection's search path when not set. */
    private @Nullable String schema;

    /** Name of the table that says which revisions are applied. */
    private String historyTable = "migration_history";

    /** Name of the append-only table of what runs did. */
    private String journalTable = "migration_journal";

    /** What to do about applied revisions that no file explains. */
    private OnUnknownRevision onUnknownRevision = OnUnknownRevision.WARN;

    /** Values of the placeholders in revisions, by their names. */
    private Map<String, String> placeholders = Map.of();

    /** Names of this environment, for revisions that are limited to some. The active profiles when not set. */
    private @Nullable List<String> environments;

    /** Names of classes that are revisions written in Java and no beans. */
    private List<String> javaRevisions = List.of();

    /** What takes effect together: each revision, or all revisions of a run. */
    private TransactionScope transaction = TransactionScope.REVISION;

    /**
     * How many revisions are committed together at most in a database that was empty when the run began, where each
     * could be a transaction of its own. 1 for each by itself.
     */
    private int groupSize = 100;

    /** How long one attempt may wait for a lock, and so make others wait behind it. */
    private Duration ddlLockTimeout = Duration.ofSeconds(2);

    /** How long all attempts to get the locks of one transaction may take together. */
    private Duration lockBudget = Duration.ofMinutes(2);

    /** How long a CONCURRENTLY statement, behind which nobody has to wait, may be blocked. */
    private Duration concurrentLockBudget = Duration.ofMinutes(15);

    /** How long a statement in a transaction may take. Zero for as long as it needs. */
    private Duration statementTimeout = Duration.ofSeconds(0);

    /** How often to try again when the database cannot be reached at the start. */
    private int connectRetries;

    /** How long to try to get a lost connection back. */
    private Duration reconnectBudget = Duration.ofMinutes(1);

    /** How long to wait for a sign of life before a connection counts as lost. */
    private Duration answerTimeout = Duration.ofSeconds(20);

    /** Whether to trust a pooler in front of the server to keep one session for each client. */
    private boolean allowPooler;

    private Lock lock = new Lock(LockType.SESSION, Duration.ofMinutes(5), Duration.ofSeconds(30));

    private Application application = new Application(null, null);

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public List<String> getLocations() {
        return locations;
    }

    public void setLocations(List<String> locations) {
        this.locations = locations;
    }

    public @Nullable String getSchema() {
        return schema;
    }

    public void setSchema(@Nullable String schema) {
        this.schema = schema;
    }

    public String getHistoryTable() {
        return historyTable;
    }

    public void setHistoryTable(String historyTable) {
        this.historyTable = historyTable;
    }

    public String getJournalTable() {
        return journalTable;
    }

    public void setJournalTable(String journalTable) {
        this.journalTable = journalTable;
    }

    public OnUnknownRevision getOnUnknownRevision() {
        return onUnknownRevision;
    }

    public void setOnUnknownRevision(OnUnknownRevision onUnknownRevision) {
        this.onUnknownRevision = onUnknownRevision;
    }

    public Map<String, String> getPlaceholders() {
        return placeholders;
    }

    public void setPlaceholders(Map<String, String> placeholders) {
        this.placeholders = placeholders;
    }

    public @Nullable List<String> getEnvironments() {
        return environments;
    }

    /** A variable of the environment that is not set makes an empty list. */
    public void setEnvironments(@Nullable List<String> environments) {
        this.environments = environments == null || environments.isEmpty() ? null : environments;
    }

    public List<String> getJavaRevisions() {
        return javaRevisions;
    }

    public void setJavaRevisions(List<String> javaRevisions) {
        this.javaRevisions = javaRevisions;
    }

    public TransactionScope getTransaction() {
        return transaction;
    }

    public void setTransaction(TransactionScope transaction) {
        this.transaction = transaction;
    }

    public int getGroupSize() {
        return groupSize;
    }

    public void setGroupSize(int groupSize) {
        this.groupSize = groupSize;
    }

    public Duration getDdlLockTimeout() {
        return ddlLockTimeout;
    }

    public void setDdlLockTimeout(Duration ddlLockTimeout) {
        this.ddlLockTimeout = ddlLockTimeout;
    }

    public Duration getLockBudget() {
        return lockBudget;
    }

    public void setLockBudget(Duration lockBudget) {
        this.lockBudget = lockBudget;
    }

    public Duration getConcurrentLockBudget() {
        return concurrentLockBudget;
    }

    public void setConcurrentLockBudget(Duration concurrentLockBudget) {
        this.concurrentLockBudget = concurrentLockBudget;
    }

    public Duration getStatementTimeout() {
        return statementTimeout;
    }

    public void setStatementTimeout(Duration statementTimeout) {
        this.statementTimeout = statementTimeout;
    }

    public int getConnectRetries() {
        return connectRetries;
    }

    public void setConnectRetries(int connectRetries) {
        this.connectRetries = connectRetries;
    }

    public Duration getReconnectBudget() {
        return reconnectBudget;
    }

    public void setReconnectBudget(Duration reconnectBudget) {
        this.reconnectBudget = reconnectBudget;
    }

    public Duration getAnswerTimeout() {
        return answerTimeout;
    }

    public void setAnswerTimeout(Duration answerTimeout) {
        this.answerTimeout = answerTimeout;
    }

    public boolean isAllowPooler() {
        return allowPooler;
    }

    public void setAllowPooler(boolean allowPooler) {
        this.allowPooler = allowPooler;
    }

    public Lock getLock() {
        return lock;
    }

    public void setLock(Lock lock) {
        this.lock = lock;
    }

    public Application getApplication() {
        return application;
    }

    public void setApplication(Application application) {
        this.application = application;
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
     * Who is migrating.
     *
     * @param name Name of the application in sessions and in the journal. 'spring.application.name' when not set.
     * @param version Version recorded with each applied revision. The version of the build information when not set.
     */
    public record Application(
            @Nullable String name, @Nullable String version) {}
}

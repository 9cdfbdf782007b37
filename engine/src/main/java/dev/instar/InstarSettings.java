package dev.instar;

import dev.instar.history.TableNames;
import dev.instar.revision.expression.Target;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.RunSettings;
import dev.instar.script.RevisionOptions;
import dev.instar.script.Revisions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Instar shall behave for one database.
 *
 * @param locations the folders of the revisions
 * @param tables where history and journal are
 * @param lockTimeout how long to wait for another process that is migrating
 * @param onUnknownRevision what to do about applied revisions that no file explains
 * @param applicationName who is migrating, as sessions and the journal shall name it
 * @param applicationVersion the version recorded with each applied revision
 * @param revisionOptions what the revisions are given beside their folders
 * @param execution how patient a run is
 * @param target where this build wants the database to be
 */
public record InstarSettings(
        List<String> locations,
        TableNames tables,
        Duration lockTimeout,
        OnUnknownRevision onUnknownRevision,
        String applicationName,
        @Nullable String applicationVersion,
        RevisionOptions revisionOptions,
        ExecutionSettings execution,
        Target target) {

    public static final InstarSettings DEFAULT = new InstarSettings(
            List.of(Revisions.CONVENTIONAL_LOCATION),
            TableNames.DEFAULT,
            Duration.ofMinutes(5),
            OnUnknownRevision.WARN,
            "application",
            null);

    /** Settings for revisions that need nothing but their folders, with the usual patience. */
    public InstarSettings(
            List<String> locations,
            TableNames tables,
            Duration lockTimeout,
            OnUnknownRevision onUnknownRevision,
            String applicationName,
            @Nullable String applicationVersion) {
        this(
                locations,
                tables,
                lockTimeout,
                onUnknownRevision,
                applicationName,
                applicationVersion,
                RevisionOptions.NONE,
                ExecutionSettings.DEFAULT,
                Target.HEADS);
    }

    public InstarSettings {
        locations = List.copyOf(locations);
    }

    public InstarSettings withLocations(String... folders) {
        return new InstarSettings(
                List.of(folders),
                tables,
                lockTimeout,
                onUnknownRevision,
                applicationName,
                applicationVersion,
                revisionOptions,
                execution,
                target);
    }

    public InstarSettings withTables(TableNames names) {
        return new InstarSettings(
                locations,
                names,
                lockTimeout,
                onUnknownRevision,
                applicationName,
                applicationVersion,
                revisionOptions,
                execution,
                target);
    }

    public InstarSettings withLockTimeout(Duration timeout) {
        return new InstarSettings(
                locations,
                tables,
                timeout,
                onUnknownRevision,
                applicationName,
                applicationVersion,
                revisionOptions,
                execution,
                target);
    }

    public InstarSettings withRevisionOptions(RevisionOptions options) {
        return new InstarSettings(
                locations,
                tables,
                lockTimeout,
                onUnknownRevision,
                applicationName,
                applicationVersion,
                options,
                execution,
                target);
    }

    public InstarSettings withTarget(Target wanted) {
        return new InstarSettings(
                locations,
                tables,
                lockTimeout,
                onUnknownRevision,
                applicationName,
                applicationVersion,
                revisionOptions,
                execution,
                wanted);
    }

    public InstarSettings withExecution(ExecutionSettings patience) {
        return new InstarSettings(
                locations,
                tables,
                lockTimeout,
                onUnknownRevision,
                applicationName,
                applicationVersion,
                revisionOptions,
                patience,
                target);
    }

    RunSettings run() {
        return new RunSettings(tables, lockTimeout, execution);
    }
}

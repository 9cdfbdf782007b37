package dev.instar;

import dev.instar.history.TableNames;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.RunSettings;
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
 * @param execution how patient a run is
 * @param onUnknownRevision what to do about applied revisions that no file explains
 * @param applicationName who is migrating, as sessions and the journal shall name it
 * @param applicationVersion the version recorded with each applied revision
 */
public record InstarSettings(
        List<String> locations,
        TableNames tables,
        Duration lockTimeout,
        ExecutionSettings execution,
        OnUnknownRevision onUnknownRevision,
        String applicationName,
        @Nullable String applicationVersion) {

    public static final InstarSettings DEFAULT = new InstarSettings(
            List.of(Revisions.CONVENTIONAL_LOCATION),
            TableNames.DEFAULT,
            Duration.ofMinutes(5),
            ExecutionSettings.DEFAULT,
            OnUnknownRevision.WARN,
            "application",
            null);

    public InstarSettings {
        locations = List.copyOf(locations);
    }

    public InstarSettings withLocations(String... locations) {
        return new InstarSettings(
                List.of(locations),
                tables,
                lockTimeout,
                execution,
                onUnknownRevision,
                applicationName,
                applicationVersion);
    }

    public InstarSettings withTables(TableNames names) {
        return new InstarSettings(
                locations, names, lockTimeout, execution, onUnknownRevision, applicationName, applicationVersion);
    }

    public InstarSettings withLockTimeout(Duration timeout) {
        return new InstarSettings(
                locations, tables, timeout, execution, onUnknownRevision, applicationName, applicationVersion);
    }

    public InstarSettings withExecution(ExecutionSettings patience) {
        return new InstarSettings(
                locations, tables, lockTimeout, patience, onUnknownRevision, applicationName, applicationVersion);
    }

    RunSettings run() {
        return new RunSettings(tables, lockTimeout, execution);
    }
}

package dev.instar;

import dev.instar.history.TableNames;
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
 */
public record InstarSettings(
        List<String> locations,
        TableNames tables,
        Duration lockTimeout,
        OnUnknownRevision onUnknownRevision,
        String applicationName,
        @Nullable String applicationVersion,
        RevisionOptions revisionOptions) {

    public static final InstarSettings DEFAULT = new InstarSettings(
            List.of(Revisions.CONVENTIONAL_LOCATION),
            TableNames.DEFAULT,
            Duration.ofMinutes(5),
            OnUnknownRevision.WARN,
            "application",
            null);

    /** Settings for revisions that need nothing but their folders. */
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
                RevisionOptions.NONE);
    }

    public InstarSettings {
        locations = List.copyOf(locations);
    }

    public InstarSettings withLocations(String... locations) {
        return new InstarSettings(
                List.of(locations),
                tables,
                lockTimeout,
                onUnknownRevision,
                applicationName,
                applicationVersion,
                revisionOptions);
    }

    public InstarSettings withTables(TableNames names) {
        return new InstarSettings(
                locations, names, lockTimeout, onUnknownRevision, applicationName, applicationVersion, revisionOptions);
    }

    public InstarSettings withRevisionOptions(RevisionOptions options) {
        return new InstarSettings(
                locations, tables, lockTimeout, onUnknownRevision, applicationName, applicationVersion, options);
    }
}

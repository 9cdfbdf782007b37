package dev.instar;

import dev.instar.autogenerate.ComparisonOptions;
import dev.instar.autogenerate.SchemaComparison;
import dev.instar.autogenerate.WantedSchema;
import dev.instar.database.Database;
import dev.instar.drift.Drift;
import dev.instar.jdbc.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;

/** What the schema of one database looks like, whatever its revisions say. Instar's own tables are no part of it. */
public final class LiveSchema {

    private final DataSource dataSource;
    private final InstarSettings settings;

    LiveSchema(DataSource dataSource, InstarSettings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
    }

    /**
     * How it differs from the schema that a source wants. Nothing is changed by that: what the source wants is created
     * in a transaction that is rolled back.
     */
    public SchemaComparison compare(WantedSchema source, ComparisonOptions options) {
        return looking(sight -> sight.compare(source, options));
    }

    /** Remembers what it looks like now, for {@link #drift} to find what changes in it. */
    public void remember() {
        looking(sight -> {
            sight.remember();
            return true;
        });
    }

    /** The same, as this run has left it. */
    public void remember(UUID run) {
        looking(sight -> {
            sight.remember(run);
            return true;
        });
    }

    /** What has changed in it since it was remembered; empty when it never was. */
    public Optional<Drift> drift() {
        return looking(sight -> Optional.ofNullable(sight.drift()));
    }

    /**
     * The same, but what a run has changed that is not remembered, because it has not ended or has not succeeded, is
     * nobody's drift: empty as long as there is such a run.
     *
     * @param patience how long to wait for any answer of the server
     */
    public Optional<Drift> driftBesideRuns(Duration patience) {
        return looking(sight -> Optional.ofNullable(sight.driftBesideRuns(patience)));
    }

    private <T> T looking(Function<SchemaSight, T> look) {
        try (Session session = Session.open(dataSource);
                SchemaSight sight = new SchemaSight(session, Database.of(session), settings)) {
            return look.apply(sight);
        } catch (DataAccessException failure) {
            throw DatabaseUnavailableException.because(failure, dataSource, settings.tables());
        }
    }
}

package dev.instar;

import dev.instar.database.Database;
import dev.instar.drift.Drift;
import dev.instar.jdbc.Session;
import dev.instar.schema.QualifiedName;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
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
     * What somebody finds in it who looks for himself. The session is opened for that and closed behind him, and the
     * connection goes back as it came.
     */
    public <T> T show(Onlooker<T> onlooker) {
        return looking(sight -> sight.show(onlooker));
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
        return looking(patience, sight -> Optional.ofNullable(sight.driftBesideRuns()));
    }

    /**
     * Somebody who wants to know more of a schema than can be asked here.
     *
     * @param <T> what he finds
     */
    @FunctionalInterface
    public interface Onlooker<T> {

        /**
         * Looks, and keeps nothing of the session.
         *
         * @param isOwn tells Instar's own tables, which are nobody else's business
         */
        T look(Session session, Database database, Predicate<QualifiedName> isOwn);
    }

    private <T> T looking(Function<SchemaSight, T> look) {
        return looking(Duration.ZERO, look);
    }

    private <T> T looking(Duration patience, Function<SchemaSight, T> look) {
        try (Session session = Session.open(dataSource, settings.execution().answerTimeout(), () -> {})) {
            if (!patience.isZero()) {
                session.answerWithin(patience);
            }
            try (SchemaSight sight = new SchemaSight(session, Database.of(session), settings)) {
                return look.apply(sight);
            }
        } catch (DataAccessException failure) {
            throw DatabaseUnavailableException.because(failure, dataSource, settings.tables());
        }
    }
}

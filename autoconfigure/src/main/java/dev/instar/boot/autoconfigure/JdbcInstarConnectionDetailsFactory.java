package dev.instar.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Migrates the database that Docker Compose has started for the application, whatever {@code instar.url} says: it was
 * set for another one.
 */
final class JdbcInstarConnectionDetailsFactory
        implements ConnectionDetailsFactory<JdbcConnectionDetails, InstarConnectionDetails> {

    @Override
    public InstarConnectionDetails getConnectionDetails(JdbcConnectionDetails application) {
        return new Adapted(application);
    }

    private static final class Adapted implements InstarConnectionDetails {

        private final JdbcConnectionDetails application;

        private Adapted(JdbcConnectionDetails application) {
            this.application = application;
        }

        @Override
        public String getJdbcUrl() {
            return application.getJdbcUrl();
        }

        @Override
        public @Nullable String getUsername() {
            return application.getUsername();
        }

        @Override
        public @Nullable String getPassword() {
            return application.getPassword();
        }
    }
}

package dev.instar.sample.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The embedded server listens on the loopback interface only and trusts whoever reaches it. */
record EmbeddedPostgresConnectionDetails(int port) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public @Nullable String getPassword() {
        return null;
    }
}

package dev.instar.test;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Leads the application's data source to the database of the test class. */
record JdbcConnection(ClonedDatabase database) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return database.jdbcUrl();
    }

    @Override
    public String getUsername() {
        return database.username();
    }

    @Override
    public @Nullable String getPassword() {
        return database.password();
    }
}

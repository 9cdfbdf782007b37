package dev.instar.test;

import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.Objects;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

/** Leads a reactive application to the database of the test class. */
record R2dbcConnection(ClonedDatabase database) implements R2dbcConnectionDetails {

    @Override
    public ConnectionFactoryOptions getConnectionFactoryOptions() {
        return ConnectionFactoryOptions.builder()
                .option(ConnectionFactoryOptions.DRIVER, "postgresql")
                .option(ConnectionFactoryOptions.HOST, database.host())
                .option(ConnectionFactoryOptions.PORT, database.port())
                .option(ConnectionFactoryOptions.DATABASE, database.name())
                .option(ConnectionFactoryOptions.USER, database.username())
                .option(ConnectionFactoryOptions.PASSWORD, Objects.requireNonNullElse(database.password(), ""))
                .build();
    }
}

package dev.instar.boot.autoconfigure;

import dev.instar.revision.InstarException;
import java.sql.Connection;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Stands in where no way to the database could be chosen, and says so only to those who want to use it. */
final class NoDataSource extends AbstractDataSource {

    private final InstarException reason;

    NoDataSource(InstarException reason) {
        this.reason = reason;
    }

    @Override
    public Connection getConnection() {
        throw reason;
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw reason;
    }
}

package dev.instar.jdbc;

import java.sql.SQLException;

/** Something only the driver's own connection can do. */
@FunctionalInterface
public interface DriverCall<C> {

    void on(C connection) throws SQLException;
}

package dev.instar.boot.command;

import dev.instar.revision.InstarException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database that {@code --source} names. Nobody shall look for what is wrong with it in the application's own. */
final class OtherDatabase extends DriverManagerDataSource {

    OtherDatabase(String url) {
        super(url);
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return super.getConnection();
        } catch (SQLException failure) {
            throw new InstarException(
                    "The database that '--source' names cannot be reached: %s.".formatted(reason(failure)),
                    "Check that it runs, and that its address, the user and the password are right, as in"
                            + " 'jdbc:postgresql://host/database?user=...&password=...'.",
                    failure);
        }
    }

    /** What the driver manager says of an address that no driver knows holds the password in it. */
    private String reason(SQLException failure) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        if (root instanceof UnknownHostException) {
            return "there is no host '%s'".formatted(root.getMessage());
        }
        String said = Objects.toString(failure.getMessage());
        if (said.contains(Objects.toString(getUrl()))) {
            return "no driver knows its address";
        }
        return Objects.toString(failure.getSQLState()).startsWith("28")
                ? "it does not accept the user or the password, or lets nobody in without encryption or a certificate"
                : said.replaceFirst("(?s)\\.?\\s*(\n.*)?$", "");
    }
}

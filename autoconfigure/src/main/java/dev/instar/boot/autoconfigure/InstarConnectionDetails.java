package dev.instar.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/** How to reach the database for migrating, when that is not the application's own way. */
public interface InstarConnectionDetails extends ConnectionDetails {

    /** Where the database is, or {@code null} when the application's data source says so. */
    @Nullable
    String getJdbcUrl();

    /** Who migrates, or {@code null} when it is the application's own user. */
    @Nullable
    String getUsername();

    /** The password of the one who migrates. */
    @Nullable
    String getPassword();
}

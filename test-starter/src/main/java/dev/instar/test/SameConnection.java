package dev.instar.test;

import dev.instar.boot.autoconfigure.InstarConnectionDetails;
import org.jspecify.annotations.Nullable;

/** Whatever {@code instar.url} says: in a test, revisions go where the application's data source leads. */
final class SameConnection implements InstarConnectionDetails {

    @Override
    public @Nullable String getJdbcUrl() {
        return null;
    }

    @Override
    public @Nullable String getUsername() {
        return null;
    }

    @Override
    public @Nullable String getPassword() {
        return null;
    }
}

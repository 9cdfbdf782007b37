package dev.instar.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/** The connection that {@code instar.url}, {@code instar.user} and {@code instar.password} describe. */
final class PropertiesInstarConnectionDetails implements InstarConnectionDetails {

    private final InstarProperties properties;

    PropertiesInstarConnectionDetails(InstarProperties properties) {
        this.properties = properties;
    }

    @Override
    public @Nullable String getJdbcUrl() {
        return properties.getUrl();
    }

    @Override
    public @Nullable String getUsername() {
        return properties.getUser();
    }

    @Override
    public @Nullable String getPassword() {
        return properties.getPassword();
    }
}

package dev.instar.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.testcontainers.containers.JdbcDatabaseContainer;

/** Migrates the database in a container that is marked with {@code @ServiceConnection}, whatever {@code instar.url} says. */
final class ContainerInstarConnectionDetailsFactory
        extends ContainerConnectionDetailsFactory<JdbcDatabaseContainer<?>, InstarConnectionDetails> {

    @Override
    protected InstarConnectionDetails getContainerConnectionDetails(
            ContainerConnectionSource<JdbcDatabaseContainer<?>> source) {
        return new Contained(source);
    }

    private static final class Contained extends ContainerConnectionDetails<JdbcDatabaseContainer<?>>
            implements InstarConnectionDetails {

        private Contained(ContainerConnectionSource<JdbcDatabaseContainer<?>> source) {
            super(source);
        }

        @Override
        public @Nullable String getJdbcUrl() {
            return getContainer().getJdbcUrl();
        }

        @Override
        public @Nullable String getUsername() {
            return getContainer().getUsername();
        }

        @Override
        public @Nullable String getPassword() {
            return getContainer().getPassword();
        }
    }
}

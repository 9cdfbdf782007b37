package dev.instar.boot.autoconfigure;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariCredentialsProvider;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.UserCredentialsDataSourceAdapter;

/** How a Hikari pool makes its connections, and how to make the same ones without waking the pool. */
final class HikariRecipe {

    private final HikariDataSource pool;

    private HikariRecipe(HikariDataSource pool) {
        this.pool = pool;
    }

    static boolean isPool(DataSource dataSource) {
        return unwrap(dataSource) != null;
    }

    static HikariRecipe of(DataSource dataSource) {
        return new HikariRecipe(Objects.requireNonNull(unwrap(dataSource)));
    }

    private static @Nullable HikariDataSource unwrap(DataSource dataSource) {
        return DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class, HikariDataSource.class);
    }

    @Nullable
    String url() {
        return pool.getJdbcUrl();
    }

    /** The same connections, for another user if one is named; {@code null} when the pool keeps its recipe to itself. */
    @Nullable
    DataSource dedicated(@Nullable String user, @Nullable String password) {
        DataSource source = pool.getDataSource();
        String url = pool.getJdbcUrl();
        if (user == null && source != null) {
            return pool.getCredentialsProvider() == null ? prepared(asConfigured(source)) : null;
        }
        if (url == null) {
            return null;
        }
        return user == null ? ofItsUser(url) : at(url, user, password);
    }

    /** The same connections, for the same user, to another address. */
    DataSource at(String url, @Nullable String password) {
        DataSource source = pool.getDataSource();
        SimpleDriverDataSource own =
                source == null || pool.getUsername() != null ? null : DedicatedConnections.visible(source);
        if (own != null) {
            return at(url, own.getUsername(), password == null ? own.getPassword() : password);
        }
        return password == null ? ofItsUser(url) : at(url, pool.getUsername(), password);
    }

    private DataSource at(String url, @Nullable String user, @Nullable String password) {
        return configured(DedicatedConnections.to(url, user, password));
    }

    private DataSource ofItsUser(String url) {
        return configured(new OfItsUser(DedicatedConnections.to(url, null, null), pool));
    }

    private DataSource configured(SimpleDriverDataSource dataSource) {
        dataSource.setConnectionProperties(pool.getDataSourceProperties());
        dataSource.setCatalog(pool.getCatalog());
        dataSource.setSchema(pool.getSchema());
        return prepared(dataSource);
    }

    /** Of a data source that it was given, a pool may want connections of another user, or in another schema. */
    private DataSource asConfigured(DataSource source) {
        String user = pool.getUsername();
        String password = pool.getPassword();
        String schema = pool.getSchema();
        if (user == null && schema == null) {
            return source;
        }
        UserCredentialsDataSourceAdapter configured = new UserCredentialsDataSourceAdapter();
        configured.setTargetDataSource(source);
        if (user != null) {
            configured.setUsername(user);
        }
        if (password != null) {
            configured.setPassword(password);
        }
        if (schema != null) {
            configured.setSchema(schema);
        }
        return configured;
    }

    private DataSource prepared(DataSource dataSource) {
        return pool.getConnectionInitSql() == null
                ? dataSource
                : new PreparedConnections(dataSource, pool.getConnectionInitSql());
    }

    /** Who connects, and with which password, can change while a service runs: the pool is told then, and is asked here. */
    private static final class OfItsUser extends SimpleDriverDataSource {

        private final HikariDataSource pool;

        private OfItsUser(SimpleDriverDataSource address, HikariDataSource pool) {
            this.pool = pool;
            setDriver(Objects.requireNonNull(address.getDriver()));
            setUrl(address.getUrl());
            setUsername(pool.getUsername());
        }

        @Override
        public Connection getConnection() throws SQLException {
            HikariCredentialsProvider provider = pool.getCredentialsProvider();
            Credentials now = provider == null ? pool.getCredentials() : provider.getCredentials();
            return getConnectionFromDriver(now.getUsername(), now.getPassword());
        }
    }
}

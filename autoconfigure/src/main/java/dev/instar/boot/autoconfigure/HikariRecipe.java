package dev.instar.boot.autoconfigure;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
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
        if (pool.getCredentialsProvider() != null) {
            return null;
        }
        DataSource source = pool.getDataSource();
        if (source != null && user == null) {
            return prepared(asConfigured(source));
        }
        return pool.getJdbcUrl() == null
                ? null
                : at(
                        pool.getJdbcUrl(),
                        user == null ? pool.getUsername() : user,
                        user == null ? pool.getPassword() : password);
    }

    /** The same connections, for the same user, to another address. */
    DataSource at(String url, @Nullable String password) {
        DataSource source = pool.getDataSource();
        SimpleDriverDataSource own =
                source == null || pool.getUsername() != null ? null : DedicatedConnections.visible(source);
        return own == null
                ? at(url, pool.getUsername(), password == null ? pool.getPassword() : password)
                : at(url, own.getUsername(), password == null ? own.getPassword() : password);
    }

    private DataSource at(String url, @Nullable String user, @Nullable String password) {
        SimpleDriverDataSource dataSource = DedicatedConnections.to(url, user, password);
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
}

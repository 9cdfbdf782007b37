package dev.instar.boot.autoconfigure;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

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

    /** The same connections, for another user if one is named; {@code null} when the pool keeps its recipe to itself. */
    @Nullable
    DataSource dedicated(@Nullable String user, @Nullable String password) {
        if (pool.getDataSource() != null && user == null) {
            return pool.getDataSource();
        }
        if (pool.getJdbcUrl() == null || pool.getCredentialsProvider() != null) {
            return null;
        }
        SimpleDriverDataSource dataSource = DedicatedConnections.to(
                pool.getJdbcUrl(),
                user == null ? pool.getUsername() : user,
                user == null ? pool.getPassword() : password);
        dataSource.setConnectionProperties(pool.getDataSourceProperties());
        dataSource.setCatalog(pool.getCatalog());
        dataSource.setSchema(pool.getSchema());
        return pool.getConnectionInitSql() == null
                ? dataSource
                : new PreparedConnections(dataSource, pool.getConnectionInitSql());
    }
}

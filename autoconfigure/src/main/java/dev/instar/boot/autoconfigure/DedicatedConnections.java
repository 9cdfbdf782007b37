package dev.instar.boot.autoconfigure;

import dev.instar.revision.InstarException;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.jdbc.UnsupportedDataSourcePropertyException;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;

/** Data sources without a pool, so that the session of a run is nobody else's, before or after. */
final class DedicatedConnections {

    private static final boolean HIKARI =
            ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", DedicatedConnections.class.getClassLoader());

    private DedicatedConnections() {}

    /** Connections to the database at this URL, as the user of this data source unless another one is named. */
    static DataSource to(
            String url, @Nullable String user, @Nullable String password, @Nullable DataSource application) {
        DataSource derived = user == null && application != null ? derive(application, null, null) : null;
        SimpleDriverDataSource own =
                derived == null ? null : DataSourceUnwrapper.unwrap(derived, SimpleDriverDataSource.class);
        return own == null
                ? to(url, user, password)
                : to(url, own.getUsername(), password == null ? own.getPassword() : password);
    }

    /** Connections to the database at this URL. */
    static SimpleDriverDataSource to(String url, @Nullable String user, @Nullable String password) {
        try {
            SimpleDriverDataSource dataSource = new SimpleDriverDataSource(DriverManager.getDriver(url), url);
            dataSource.setUsername(user);
            dataSource.setPassword(password);
            return dataSource;
        } catch (SQLException unknown) {
            throw new InstarException(
                    "No JDBC driver on the class path knows the URL that migrations shall run on.",
                    "Correct 'instar.url', or add the driver of that database.");
        }
    }

    /** Connections like those this data source gives, or the data source itself when its recipe cannot be seen. */
    static DataSource likeThoseOf(DataSource dataSource) {
        DataSource derived = derive(dataSource, null, null);
        return derived == null ? dataSource : derived;
    }

    /** Connections like those this data source gives, but those of another user. */
    static DataSource likeThoseOf(DataSource dataSource, String user, @Nullable String password) {
        DataSource derived = derive(dataSource, user, password);
        if (derived == null) {
            throw new InstarException(
                    "'instar.user' is set, but where the database is cannot be seen from the data source of type '%s'."
                            .formatted(DataSourceUnwrapper.unwrapRoot(dataSource)
                                    .getClass()
                                    .getName()),
                    "Set 'instar.url' as well.");
        }
        return derived;
    }

    private static @Nullable DataSource derive(
            DataSource dataSource, @Nullable String user, @Nullable String password) {
        if (HIKARI && HikariRecipe.isPool(dataSource)) {
            return HikariRecipe.of(dataSource).dedicated(user, password);
        }
        try {
            SimpleDriverDataSource derived = DataSourceBuilder.derivedFrom(dataSource)
                    .type(SimpleDriverDataSource.class)
                    .build();
            return derived.getUrl() == null
                    ? null
                    : to(
                            derived.getUrl(),
                            user == null ? derived.getUsername() : user,
                            user == null ? derived.getPassword() : password);
        } catch (UnsupportedDataSourcePropertyException | IllegalStateException secretive) {
            return null;
        }
    }
}

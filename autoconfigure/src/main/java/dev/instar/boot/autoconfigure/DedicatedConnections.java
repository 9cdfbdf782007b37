package dev.instar.boot.autoconfigure;

import dev.instar.revision.InstarException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.jdbc.UnsupportedDataSourcePropertyException;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.SmartDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.util.ClassUtils;
import org.springframework.util.ObjectUtils;

/** Data sources without a pool, so that the session of a run is nobody else's, before or after. */
final class DedicatedConnections {

    private static final boolean HIKARI =
            ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", DedicatedConnections.class.getClassLoader());

    /** Around another data source, they leave its connections as they are. */
    private static final Set<Class<?>> PASSING_THROUGH = Set.of(
            DelegatingDataSource.class, LazyConnectionDataSourceProxy.class, TransactionAwareDataSourceProxy.class);

    /** The properties by which pools other than Hikari are told what to do to each connection. */
    private static final List<String> PREPARATIONS =
            List.of("connectionInitSqls", "connectionProperties", "defaultSchema", "initSQL");

    private DedicatedConnections() {}

    /** Connections to the database at this URL, else like those of this data source unless a user is named. */
    static DataSource to(
            String url, @Nullable String user, @Nullable String password, @Nullable DataSource application) {
        if (user != null || application == null) {
            return to(url, user, password);
        }
        if (HIKARI && HikariRecipe.isPool(application)) {
            return HikariRecipe.of(application).at(url, password);
        }
        SimpleDriverDataSource own = visible(application);
        if (own == null) {
            return to(url, null, password);
        }
        SimpleDriverDataSource moved = to(url, own.getUsername(), password == null ? own.getPassword() : password);
        return alike(moved, own);
    }

    /** Connections to the database at this URL. */
    static SimpleDriverDataSource to(String url, @Nullable String user, @Nullable String password) {
        try {
            SimpleDriverDataSource dataSource = new SimpleDriverDataSource(DriverManager.getDriver(url), tuned(url));
            dataSource.setUsername(user);
            dataSource.setPassword(password);
            return dataSource;
        } catch (SQLException unknown) {
            throw new InstarException(
                    "No JDBC driver on the class path knows the URL that migrations shall run on.",
                    "Correct 'instar.url', or add the driver of that database.");
        }
    }

    private static String tuned(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            return url;
        }
        // Time for the last of many hosts within the twenty seconds for which a connection is waited for.
        int hosts = url.replaceFirst("[?].*", "").split(",").length;
        String inTime = hosts < 3 ? url : with(url, "connectTimeout", Math.max(1, 20 / hosts));
        // The driver then names the application as it connects, and not in a statement that everybody waits for.
        return with(inTime, "assumeMinServerVersion", 13);
    }

    private static String with(String url, String property, int value) {
        return url.contains(property + "=") ? url : url + (url.contains("?") ? "&" : "?") + property + "=" + value;
    }

    /** Connections like those this data source gives, or the data source itself when its recipe cannot be seen. */
    static DataSource likeThoseOf(DataSource dataSource) {
        refuseUndecided(DataSourceUnwrapper.unwrap(dataSource, AbstractRoutingDataSource.class));
        if (!isPassedThrough(dataSource) || endsWithItsConnections(dataSource)) {
            return dataSource;
        }
        DataSource derived = derive(dataSource, null, null);
        return derived == null ? dataSource : derived;
    }

    /** Which of several databases is meant may only be known when somebody asks for something. */
    private static void refuseUndecided(@Nullable AbstractRoutingDataSource routing) {
        try {
            if (routing != null) {
                routing.isWrapperFor(Connection.class);
            }
        } catch (SQLException | RuntimeException nowhere) {
            throw new InstarException(
                    "The data source of type '%s' leads to one of several databases, and while a service starts to none."
                            .formatted(routing.getClass().getName()),
                    "Give it a default, mark the one to migrate with '@InstarDataSource', or name each in"
                            + " 'instar.databases'.",
                    nowhere);
        }
    }

    /** Of what a URL of Testcontainers has started nothing is left after the last connection: one has to stay. */
    private static boolean endsWithItsConnections(DataSource dataSource) {
        String url = urlOf(dataSource);
        return url != null && url.startsWith("jdbc:tc:");
    }

    /** Whatever else an application puts around a data source may change each connection. */
    private static boolean isPassedThrough(@Nullable DataSource dataSource) {
        return !(dataSource instanceof DelegatingDataSource around)
                || PASSING_THROUGH.contains(around.getClass()) && isPassedThrough(around.getTargetDataSource());
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
        if (user == null && makesEachConnection(dataSource)) {
            return dataSource;
        }
        SimpleDriverDataSource own = user == null && prepares(dataSource) ? null : visible(dataSource);
        return own == null || user == null ? own : alike(to(String.valueOf(own.getUrl()), user, password), own);
    }

    private static boolean makesEachConnection(DataSource dataSource) {
        return dataSource instanceof AbstractDriverBasedDataSource && !(dataSource instanceof SmartDataSource);
    }

    private static boolean prepares(DataSource dataSource) {
        BeanWrapper pool = new BeanWrapperImpl(DataSourceUnwrapper.unwrapRoot(dataSource));
        return !(pool.getWrappedInstance() instanceof AbstractDriverBasedDataSource)
                && PREPARATIONS.stream()
                        .filter(pool::isReadableProperty)
                        .anyMatch(name -> !ObjectUtils.isEmpty(pool.getPropertyValue(name)));
    }

    /** Where a data source leads, if it shows that. */
    static @Nullable String urlOf(DataSource dataSource) {
        if (HIKARI && HikariRecipe.isPool(dataSource)) {
            return HikariRecipe.of(dataSource).url();
        }
        AbstractDriverBasedDataSource direct = direct(dataSource);
        AbstractDriverBasedDataSource own = direct == null ? visible(dataSource) : direct;
        return own == null ? null : own.getUrl();
    }

    /** As far as a data source shows how it makes a connection. */
    static @Nullable SimpleDriverDataSource visible(DataSource dataSource) {
        AbstractDriverBasedDataSource direct = direct(dataSource);
        if (direct != null && direct.getUrl() != null) {
            return alike(to(direct.getUrl(), direct.getUsername(), direct.getPassword()), direct);
        }
        try {
            SimpleDriverDataSource derived = DataSourceBuilder.derivedFrom(dataSource)
                    .type(SimpleDriverDataSource.class)
                    .build();
            return derived.getUrl() == null ? null : to(derived.getUrl(), derived.getUsername(), derived.getPassword());
        } catch (UnsupportedDataSourcePropertyException | IllegalStateException secretive) {
            return null;
        }
    }

    /** Whether both lead to one schema, as far as they show that. */
    static boolean areAlike(DataSource one, DataSource other) {
        return one instanceof SimpleDriverDataSource first
                && other instanceof SimpleDriverDataSource second
                && place(first).equals(place(second));
    }

    private static List<@Nullable Object> place(SimpleDriverDataSource dataSource) {
        Properties properties = dataSource.getConnectionProperties();
        return Arrays.asList(
                dataSource.getUrl(),
                dataSource.getUsername(),
                dataSource.getSchema(),
                properties == null ? Map.of() : properties);
    }

    private static @Nullable AbstractDriverBasedDataSource direct(DataSource dataSource) {
        return DataSourceUnwrapper.unwrap(dataSource, AbstractDriverBasedDataSource.class);
    }

    private static SimpleDriverDataSource alike(
            SimpleDriverDataSource dataSource, AbstractDriverBasedDataSource model) {
        dataSource.setConnectionProperties(model.getConnectionProperties());
        dataSource.setCatalog(model.getCatalog());
        dataSource.setSchema(model.getSchema());
        return dataSource;
    }
}

package dev.instar.boot.autoconfigure;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The ways to one database: one for looking and one for migrating. While the application starts, looking does not wake
 * its pool: a pool that cannot connect complains with a stack trace, and waits, before anybody can say what is wrong.
 */
final class MigrationDataSources implements SmartInitializingSingleton {

    private final @Nullable DataSource application;
    private final DataSource migrating;
    private final DataSource lookingLater;
    private final DelegatingDataSource looking;

    private MigrationDataSources(@Nullable DataSource application, DataSource migrating, DataSource lookingLater) {
        this.application = application;
        this.migrating = migrating;
        this.lookingLater = lookingLater;
        this.looking = new DelegatingDataSource(migrating);
    }

    /** Migrates over connections of its own and looks, once the application has started, through its pool. */
    static MigrationDataSources beside(DataSource application, DataSource migrating) {
        return new MigrationDataSources(application, migrating, application);
    }

    /** Does everything over connections of its own: another user may not be allowed to see what this one created. */
    static MigrationDataSources apart(@Nullable DataSource application, DataSource migrating) {
        return new MigrationDataSources(application, migrating, migrating);
    }

    DataSource looking() {
        return looking;
    }

    DataSource migrating() {
        return migrating;
    }

    /** Whether this is the data source of the application whose schema is looked after. */
    boolean belongTo(DataSource dataSource) {
        return application != null
                && DataSourceUnwrapper.unwrapRoot(application) == DataSourceUnwrapper.unwrapRoot(dataSource);
    }

    /** What others have as well that leads to the database, as far as that shows; {@code null} for nothing. */
    @Nullable
    String sharedWith(MigrationDataSources others) {
        if (application != null && others.belongTo(application)) {
            return "data source";
        }
        return DedicatedConnections.areAlike(migrating, others.migrating) ? "URL" : null;
    }

    @Override
    public void afterSingletonsInstantiated() {
        looking.setTargetDataSource(lookingLater);
    }
}

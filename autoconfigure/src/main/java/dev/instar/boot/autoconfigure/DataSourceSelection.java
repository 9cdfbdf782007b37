package dev.instar.boot.autoconfigure;

import dev.instar.revision.InstarException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;

/**
 * Chooses the ways to the database: a data source marked for it, else Instar's own connection details, else the
 * application's only data source, else the application's connection details, else what its R2DBC says.
 */
final class DataSourceSelection {

    private final Marks marks;
    private final InstarConnectionDetails details;
    private final @Nullable DataSource marked;
    private final ObjectProvider<DataSource> candidates;
    private final @Nullable DataSource application;
    private final ObjectProvider<JdbcConnectionDetails> applicationDetails;
    private final Environment environment;

    DataSourceSelection(
            Marks marks,
            ObjectProvider<InstarConnectionDetails> details,
            ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> application,
            ObjectProvider<JdbcConnectionDetails> applicationDetails,
            Environment environment) {
        this.marks = marks;
        // Where several containers are started, none of them is the one unless the application's data source says so.
        InstarConnectionDetails only = details.getIfUnique();
        this.details = only == null ? new PropertiesInstarConnectionDetails(new InstarProperties()) : only;
        this.marked = marked.getIfAvailable();
        this.candidates = application;
        this.application = application.getIfUnique();
        this.applicationDetails = applicationDetails;
        this.environment = environment;
    }

    MigrationDataSources select() {
        try {
            return choose();
        } catch (InstarException undecided) {
            return MigrationDataSources.apart(application, new NoDataSource(undecided));
        }
    }

    private MigrationDataSources choose() {
        marks.refuseNames();
        if (marked != null) {
            return MigrationDataSources.beside(marked, DedicatedConnections.likeThoseOf(marked));
        }
        String url = details.getJdbcUrl();
        if (url != null && !isApplicationsOwn(url)) {
            return MigrationDataSources.apart(
                    application,
                    DedicatedConnections.to(url, details.getUsername(), details.getPassword(), application));
        }
        if (application != null) {
            return url == null
                    ? besideOrApart(application)
                    : MigrationDataSources.beside(application, DedicatedConnections.likeThoseOf(application));
        }
        String user = details.getUsername();
        JdbcConnectionDetails applicationDetails = this.applicationDetails.getIfUnique();
        if (applicationDetails != null) {
            return MigrationDataSources.apart(
                    null,
                    DedicatedConnections.to(
                            applicationDetails.getJdbcUrl(),
                            user == null ? applicationDetails.getUsername() : user,
                            user == null ? applicationDetails.getPassword() : details.getPassword()));
        }
        boolean hasDataSources = candidates.stream().findAny().isPresent();
        if (!hasDataSources && R2dbcAddress.isIn(environment)) {
            return MigrationDataSources.apart(
                    null, new R2dbcAddress(environment).dedicated(user, details.getPassword()));
        }
        throw undecided(hasDataSources);
    }

    private static InstarException undecided(boolean hasDataSources) {
        return !hasDataSources
                ? new InstarException(
                        "This application has no database that Instar could migrate.",
                        "Set 'spring.datasource.url' or 'instar.url', or declare a data source.")
                : new InstarException(
                        "There are several data sources, and none of them is the one to migrate.",
                        "Mark one with '@InstarDataSource' or '@Primary', set 'instar.url', or set 'instar.mode=off'.");
    }

    /** As it is where a container was started for both. */
    private boolean isApplicationsOwn(String url) {
        JdbcConnectionDetails applicationDetails = this.applicationDetails.getIfUnique();
        return application != null
                && applicationDetails != null
                && url.equals(applicationDetails.getJdbcUrl())
                && Objects.equals(details.getUsername(), applicationDetails.getUsername());
    }

    private MigrationDataSources besideOrApart(DataSource application) {
        String user = details.getUsername();
        return user == null
                ? MigrationDataSources.beside(application, DedicatedConnections.likeThoseOf(application))
                : MigrationDataSources.apart(
                        application, DedicatedConnections.likeThoseOf(application, user, details.getPassword()));
    }
}

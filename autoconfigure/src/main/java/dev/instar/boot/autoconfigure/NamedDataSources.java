package dev.instar.boot.autoconfigure;

import dev.instar.revision.InstarException;
import dev.instar.revision.Listing;
import dev.instar.revision.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Chooses the ways to one of several databases: a data source marked with its name, else that of a database which was
 * started for the application, else its own URL, else the data source that it names or that has its name.
 */
final class NamedDataSources {

    private final ListableBeanFactory beans;
    private final Marks marks;

    NamedDataSources(ListableBeanFactory beans) {
        this.beans = beans;
        this.marks = Marks.in(beans);
    }

    /** A data source that is marked for a database that does not exist would be missed when it is too late. */
    void refuseStrays(Collection<String> names) {
        marks.refuseForOthersThan(names);
    }

    MigrationDataSources select(String name, InstarProperties.Database properties) {
        List<String> candidates =
                List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, DataSource.class, true, false));
        String bean = bean(name, properties, candidates);
        DataSource application = bean == null ? null : get(bean);
        try {
            return choose(name, properties, application, candidates);
        } catch (InstarException undecided) {
            return MigrationDataSources.apart(application, new NoDataSource(undecided));
        }
    }

    private MigrationDataSources choose(
            String name,
            InstarProperties.Database properties,
            @Nullable DataSource application,
            List<String> candidates) {
        String marked = marks.beanFor(name);
        if (marked != null) {
            DataSource migrating = DedicatedConnections.likeThoseOf(get(marked));
            return application == null
                    ? MigrationDataSources.beside(get(marked), migrating)
                    : MigrationDataSources.apart(application, migrating);
        }
        if (application != null && isStartedForIt(application)) {
            return MigrationDataSources.beside(application, DedicatedConnections.likeThoseOf(application));
        }
        if (properties.url() != null) {
            return MigrationDataSources.apart(
                    application,
                    DedicatedConnections.to(properties.url(), properties.user(), properties.password(), application));
        }
        if (application == null) {
            throw nowhere(name, properties.dataSource(), candidates);
        }
        return properties.user() == null
                ? MigrationDataSources.beside(application, DedicatedConnections.likeThoseOf(application))
                : MigrationDataSources.apart(
                        application,
                        DedicatedConnections.likeThoseOf(application, properties.user(), properties.password()));
    }

    /** As in a container, or for a test: what the properties say of another way was said of another database. */
    private boolean isStartedForIt(DataSource application) {
        return beans.getBeanProvider(InstarConnectionDetails.class).stream()
                        .anyMatch(details -> !(details instanceof PropertiesInstarConnectionDetails))
                && beans.getBeanProvider(JdbcConnectionDetails.class).stream()
                        .anyMatch(details -> details.getJdbcUrl().equals(DedicatedConnections.urlOf(application)));
    }

    private @Nullable String bean(String name, InstarProperties.Database properties, List<String> candidates) {
        Stream<String> wanted = properties.dataSource() == null
                ? Stream.of(name, name + "DataSource")
                : Stream.of(properties.dataSource());
        return wanted.filter(candidates::contains).findFirst().orElse(null);
    }

    private DataSource get(String bean) {
        return beans.getBean(bean, DataSource.class);
    }

    private static InstarException nowhere(String name, @Nullable String wanted, List<String> candidates) {
        String property = "instar.databases.%s.".formatted(name);
        if (wanted != null) {
            return new InstarException(
                    "There is no data source '%s', which '%sdata-source' names.".formatted(wanted, property),
                    Suggestion.didYouMean(
                            wanted,
                            candidates,
                            candidates.isEmpty()
                                    ? "Declare a bean of that name, or set '%surl'.".formatted(property)
                                    : "There is %s.".formatted(Listing.of(candidates))));
        }
        return new InstarException(
                "There is no data source for the database '%s'.".formatted(name),
                "Name one with '%1$sdata-source', set '%1$surl', or call the bean '%2$s' or '%2$sDataSource'."
                        .formatted(property, name));
    }
}

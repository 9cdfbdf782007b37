package dev.instar.boot.autoconfigure;

import dev.instar.revision.InstarException;
import dev.instar.revision.Listing;
import dev.instar.revision.Suggestion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The data sources that {@link InstarDataSource} marks.
 *
 * @param databases the database that each is marked for, by the names of their beans
 */
record Marks(Map<String, String> databases) {

    static Marks in(ListableBeanFactory beans) {
        Map<String, String> databases = new LinkedHashMap<>();
        for (String bean : beans.getBeanNamesForType(DataSource.class, true, false)) {
            InstarDataSource mark = beans.findAnnotationOnBean(bean, InstarDataSource.class);
            if (mark != null) {
                databases.put(bean, mark.value());
            }
        }
        return new Marks(databases);
    }

    /** The bean that is marked for this database. */
    @Nullable
    String beanFor(String database) {
        return databases.entrySet().stream()
                .filter(mark -> mark.getValue().equals(database))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** A mark that means nothing would let another data source be migrated in place of the one that has it. */
    void refuseForOthersThan(Collection<String> known) {
        databases.forEach((bean, database) -> {
            if (!known.contains(database)) {
                throw database.isEmpty() ? forNone(bean, known) : forUnknown(bean, database, known);
            }
        });
    }

    /** The only database has no name. */
    void refuseNames() {
        databases.forEach((bean, database) -> {
            if (!database.isEmpty()) {
                throw new InstarException(
                        "The data source '%s' is marked for the database '%s', and 'instar.databases' names none."
                                .formatted(bean, database),
                        "Mark it with '@InstarDataSource' alone, or set 'instar.databases.%s.data-source=%s'."
                                .formatted(database, bean));
            }
        });
    }

    private static InstarException forNone(String bean, Collection<String> known) {
        return new InstarException(
                "The data source '%s' is marked, but not for which of the databases %s."
                        .formatted(bean, Listing.of(known)),
                "Name it in the mark, as in '@InstarDataSource(\"%s\")'."
                        .formatted(known.iterator().next()));
    }

    private static InstarException forUnknown(String bean, String database, Collection<String> known) {
        return new InstarException(
                "The data source '%s' is marked for the database '%s', which 'instar.databases' does not name."
                        .formatted(bean, database),
                Suggestion.didYouMean(database, known, "There is %s.".formatted(Listing.of(known))));
    }
}

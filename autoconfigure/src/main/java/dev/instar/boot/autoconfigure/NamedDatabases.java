package dev.instar.boot.autoconfigure;

import dev.instar.Instar;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.Mode;
import dev.instar.history.TableNames;
import dev.instar.revision.InstarException;
import dev.instar.revision.Listing;
import dev.instar.script.JavaRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** The databases of {@code instar.databases.*}, in the order of their names. */
final class NamedDatabases implements SmartInitializingSingleton {

    private final InstarProperties properties;
    private final NamedDataSources ways;
    private final EngineFactory engines;
    private final List<MigrationDataSources> dataSources = new ArrayList<>();
    private final List<MigratedDatabase> all = new ArrayList<>();

    NamedDatabases(InstarProperties properties, NamedDataSources ways, EngineFactory engines) {
        this.properties = properties;
        this.ways = ways;
        this.engines = engines;
        List<NamedSettings> named = new ArrayList<>();
        new TreeMap<>(properties.getDatabases())
                .forEach((name, own) -> named.add(new NamedSettings(name, own, properties)));
        refuseStrays(named);
        ways.refuseStrays(named.stream().map(NamedSettings::name).toList());
        named.forEach(this::add);
        refuseSharedHistories();
    }

    private void add(NamedSettings named) {
        MigrationDataSources chosen = ways.select(named.name(), named.own());
        Mode mode = named.mode();
        Instar instar = engines.create(named.name(), chosen, named.settings(engines.facts()));
        dataSources.add(chosen);
        all.add(properties.database(named.name(), mode, instar));
    }

    /** A revision that is silently in no database would be missed when it is too late. */
    private void refuseStrays(List<NamedSettings> named) {
        for (JavaRevision bean : engines.facts().javaRevisions()) {
            if (named.stream().noneMatch(database -> database.owns(bean))) {
                throw new InstarException(
                        "The revision '%s' is a bean and belongs to none of the databases %s."
                                .formatted(
                                        NamedSettings.nameOf(bean),
                                        Listing.of(named.stream()
                                                .map(NamedSettings::name)
                                                .toList())),
                        "Name its class in 'instar.databases.%s.java-revisions', or in that of another one."
                                .formatted(named.get(0).name()));
            }
        }
    }

    /** Each of them would take the revisions of the other for its own, or for those of a newer build. */
    private void refuseSharedHistories() {
        for (int first = 0; first < all.size(); first++) {
            for (int second = first + 1; second < all.size(); second++) {
                String shared = sharedTable(tables(first), tables(second));
                String way = shared == null ? null : dataSources.get(first).sharedWith(dataSources.get(second));
                if (way != null) {
                    throw new InstarException(
                            "The databases '%s' and '%s' have one %s and one %s."
                                    .formatted(
                                            all.get(first).name(),
                                            all.get(second).name(),
                                            way,
                                            shared),
                            "Set 'instar.databases.%1$s.schema', or 'instar.databases.%1$s.history-table' and 'instar.databases.%1$s.journal-table'."
                                    .formatted(all.get(second).name()));
                }
            }
        }
    }

    private static @Nullable String sharedTable(TableNames one, TableNames other) {
        if (one.historyName().equals(other.historyName())) {
            return "history table, '%s'".formatted(one.historyName());
        }
        return one.journalName().equals(other.journalName())
                ? "journal table, '%s'".formatted(one.journalName())
                : null;
    }

    private TableNames tables(int index) {
        return all.get(index).instar().settings().tables();
    }

    List<MigratedDatabase> all() {
        return all;
    }

    List<MigrationDataSources> dataSources() {
        return dataSources;
    }

    @Override
    public void afterSingletonsInstantiated() {
        dataSources.forEach(MigrationDataSources::afterSingletonsInstantiated);
    }
}

package dev.instar.boot.autoconfigure;

import dev.instar.Instar;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.revision.InstarException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;

/** Gives every database its name: the only one that of convention, those of beans theirs, those of properties theirs. */
final class DatabaseRegistration {

    /** What endpoint, health and metrics call the database of a service that has only one. */
    static final String ONLY_DATABASE = "dataSource";

    private final InstarProperties properties;

    DatabaseRegistration(InstarProperties properties) {
        this.properties = properties;
    }

    MigratedDatabases of(Map<String, Instar> beans, ObjectProvider<NamedDatabases> named) {
        List<MigratedDatabase> all = new ArrayList<>();
        List<MigratedDatabase> others = new ArrayList<>();
        refuseWhatWasBuiltForOthers(named);
        for (NamedDatabases several : named) {
            others.addAll(several.all());
        }
        boolean alone = beans.size() == 1 && others.isEmpty();
        for (Map.Entry<String, Instar> bean : new TreeMap<>(beans).entrySet()) {
            all.add(properties.database(alone ? ONLY_DATABASE : bean.getKey(), properties.getMode(), bean.getValue()));
        }
        all.addAll(others);
        return new MigratedDatabases(all);
    }

    /** Whether there are names is decided when an application is built ahead of time. */
    private void refuseWhatWasBuiltForOthers(ObjectProvider<NamedDatabases> named) {
        if (named.stream().findAny().isEmpty() != properties.getDatabases().isEmpty()) {
            throw new InstarException(
                    "'instar.databases' is not what it was when this application was built ahead of time.",
                    "Name the same databases when it is built and when it runs.");
        }
    }
}

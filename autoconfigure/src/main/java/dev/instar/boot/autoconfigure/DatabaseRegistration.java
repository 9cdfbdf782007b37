package dev.instar.boot.autoconfigure;

import dev.instar.Instar;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.Mode;
import dev.instar.revision.InstarException;
import dev.instar.revision.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ConfigurableApplicationContext;

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

    /** Where there is an engine in the context above there is none for what only this one has, unless it says so. */
    void refuseUnattended(ConfigurableApplicationContext context) {
        List<String> own = names(context, DataSource.class);
        if (properties.getMode() != Mode.OFF
                && !own.isEmpty()
                && names(context, Instar.class).isEmpty()
                && names(context, NamedDatabases.class).isEmpty()) {
            throw new InstarException(
                    "Nobody would migrate the database of %s: Instar migrates that of the context above this one."
                            .formatted(Listing.of(own)),
                    "Declare an 'Instar' for it, name it in 'instar.databases', or set 'instar.mode=off', in this context.");
        }
    }

    /** Of this context alone. */
    private static List<String> names(ConfigurableApplicationContext context, Class<?> type) {
        return List.of(context.getBeanFactory().getBeanNamesForType(type, true, false));
    }
}

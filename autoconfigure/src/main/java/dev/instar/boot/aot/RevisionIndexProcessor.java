package dev.instar.boot.aot;

import dev.instar.boot.autoconfigure.InstarInitializer;
import dev.instar.script.RevisionIndex;
import dev.instar.script.Revisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/** Looks for revisions while the application is built, so that it need not search its class path when it runs. */
final class RevisionIndexProcessor implements BeanFactoryInitializationAotProcessor {

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beans) {
        if (beans.getBeanNamesForType(InstarInitializer.class, true, false).length == 0) {
            return null;
        }
        List<String> locations = new ArrayList<>();
        List<String> javaRevisions = new ArrayList<>();
        configured(Binder.get(beans.getBean(Environment.class))).forEach((location, database) -> {
            locations.addAll(database.locations().isEmpty() ? List.of(location) : database.locations());
            javaRevisions.addAll(database.javaRevisions());
        });
        return new RevisionIndexContribution(RevisionIndex.of(locations), javaRevisions);
    }

    /** Every database, by the place where its revisions are unless it says something else. */
    private static Map<String, Configured> configured(Binder binder) {
        Map<String, Configured> all = new TreeMap<>();
        all.put(Revisions.CONVENTIONAL_LOCATION, binder.bindOrCreate("instar", Configured.class));
        binder.bind("instar.databases", Bindable.mapOf(String.class, Configured.class))
                .orElse(Map.of())
                .forEach((name, database) -> all.put(Revisions.CONVENTIONAL_LOCATION + "/" + name, database));
        return all;
    }

    /** The part of a database's properties that leads to revisions. */
    record Configured(
            @DefaultValue List<String> locations,
            @DefaultValue List<String> javaRevisions) {}
}

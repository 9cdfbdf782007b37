package dev.instar.boot.aot;

import dev.instar.boot.autoconfigure.InstarInitializer;
import dev.instar.script.RevisionIndex;
import dev.instar.script.Revisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        Binder binder = Binder.get(beans.getBean(Environment.class));
        List<String> locations = new ArrayList<>();
        List<String> javaRevisions = new ArrayList<>();
        configured(binder).forEach(database -> {
            locations.addAll(database.locations());
            javaRevisions.addAll(database.javaRevisions());
        });
        return new RevisionIndexContribution(RevisionIndex.of(locations), javaRevisions);
    }

    private static List<Configured> configured(Binder binder) {
        List<Configured> all = new ArrayList<>();
        all.add(binder.bindOrCreate("instar", Configured.class));
        all.addAll(binder.bind("instar.databases", Bindable.mapOf(String.class, Configured.class))
                .orElse(Map.of())
                .values());
        return all;
    }

    /** The part of a database's properties that leads to revisions. */
    record Configured(
            @DefaultValue(Revisions.CONVENTIONAL_LOCATION) List<String> locations,
            @DefaultValue List<String> javaRevisions) {}
}

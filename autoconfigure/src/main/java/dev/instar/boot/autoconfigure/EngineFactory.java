package dev.instar.boot.autoconfigure;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.boot.InstarCustomizer;
import dev.instar.boot.RunListenerFactory;
import dev.instar.run.RunListener;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** Makes the engine for a database, with all that the application has to say to it. */
final class EngineFactory {

    private final ApplicationFacts facts;
    private final ObjectProvider<InstarCustomizer> customizers;
    private final ObjectProvider<RunListener> listeners;
    private final ObjectProvider<RunListenerFactory> listenerFactories;

    EngineFactory(
            ApplicationFacts facts,
            ObjectProvider<InstarCustomizer> customizers,
            ObjectProvider<RunListener> listeners,
            ObjectProvider<RunListenerFactory> listenerFactories) {
        this.facts = facts;
        this.customizers = customizers;
        this.listeners = listeners;
        this.listenerFactories = listenerFactories;
    }

    ApplicationFacts facts() {
        return facts;
    }

    Instar create(String database, MigrationDataSources dataSources, InstarSettings settings) {
        InstarSettings customized = settings;
        for (InstarCustomizer customizer : customizers.orderedStream().toList()) {
            customized = customizer.customize(database, customized);
        }
        List<RunListener> all = new ArrayList<>();
        for (RunListenerFactory factory : listenerFactories.orderedStream().toList()) {
            all.add(factory.listenTo(database));
        }
        all.addAll(listeners.orderedStream().toList());
        return new Instar(dataSources.looking(), dataSources.migrating(), customized, all.toArray(new RunListener[0]));
    }
}

package dev.instar.boot.entity;

import dev.instar.autogenerate.SchemaComparison;
import dev.instar.autogenerate.ScriptedSchema;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.autoconfigure.InstarProperties;
import dev.instar.revision.InstarException;
import dev.instar.revision.Listing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log of a service under development what its entities want that the database has not. */
record Proposal(EntitySources sources, InstarProperties.Autogenerate properties) {

    private static final Logger log = LoggerFactory.getLogger("dev.instar");

    void make(MigratedDatabases databases) {
        if (databases.all().size() == 1) {
            make(databases.all().get(0));
        }
    }

    /** Nobody asked for it at this moment, so nothing of it stops a service. */
    private void make(MigratedDatabase database) {
        try {
            ScriptedSchema wanted = sources.schema();
            if (wanted != null) {
                say(Comparisons.compare(database.instar(), wanted, Comparisons.options(properties)));
            }
        } catch (InstarException failure) {
            log.warn("Nothing can be proposed. {}", failure.getMessage());
        } catch (RuntimeException failure) {
            log.warn("Nothing can be proposed.", failure);
        }
    }

    private static void say(SchemaComparison found) {
        if (!found.isEmpty()) {
            log.info(
                    "The entities want what the database has not: {}. 'instar revision --autogenerate -m ...' writes it down.",
                    Listing.of(found.difference().changes().stream()
                            .map(change -> change.action() + " " + change.subject())
                            .toList()));
        }
    }
}

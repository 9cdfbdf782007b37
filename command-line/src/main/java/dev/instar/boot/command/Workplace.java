package dev.instar.boot.command;

import dev.instar.Instar;
import dev.instar.autogenerate.ComparisonOptions;
import dev.instar.autogenerate.SchemaComparison;
import dev.instar.autogenerate.WantedSchema;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.entity.Comparisons;
import dev.instar.boot.entity.EntitySources;
import dev.instar.plan.Position;
import dev.instar.revision.InstarException;
import dev.instar.revision.Listing;
import dev.instar.revision.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/**
 * What a command works with: one database of the application, its settings, and the terminal.
 *
 * @param entities those of the application, for commands that need them
 */
record Workplace(
        Instar instar,
        Environment environment,
        Terminal terminal,
        @Nullable EntitySources entities) {

    static Workplace of(ApplicationContext context, @Nullable String database, Terminal terminal) {
        MigratedDatabases databases =
                context.getBeanProvider(MigratedDatabases.class).getIfAvailable();
        if (databases == null || databases.all().isEmpty()) {
            throw new InstarException(
                    "This application has no database that Instar looks after.",
                    "Set 'spring.datasource.url' or 'instar.url', or declare a data source.");
        }
        return new Workplace(
                choose(databases.all(), database).instar(),
                context.getEnvironment(),
                terminal,
                context.getBeanProvider(EntitySources.class).getIfAvailable());
    }

    private static MigratedDatabase choose(List<MigratedDatabase> databases, @Nullable String name) {
        List<String> names = databases.stream().map(MigratedDatabase::name).toList();
        if (name == null && databases.size() > 1) {
            throw new WrongUsageException(
                    "There are %d databases: %s.".formatted(names.size(), Listing.of(names)),
                    "Say which one is meant, as in '--database %s'.".formatted(names.get(0)));
        }
        return databases.stream()
                .filter(database -> name == null || database.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongUsageException(
                        "There is no database '%s'.".formatted(name),
                        Suggestion.didYouMean(
                                String.valueOf(name), names, "There is %s.".formatted(Listing.of(names)))));
    }

    /** Where the database stands now. */
    Position position() {
        return instar.status().position();
    }

    /** How the database differs from the schema that a source wants. */
    SchemaComparison compare(WantedSchema source, ComparisonOptions options) {
        return Comparisons.compare(instar, source, options);
    }

    /** What the files alone say, for those who need no database. */
    Position nowhere() {
        return Position.assumed(instar.revisions().graph(), List.of());
    }
}

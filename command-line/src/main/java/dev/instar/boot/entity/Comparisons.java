package dev.instar.boot.entity;

import dev.instar.Instar;
import dev.instar.autogenerate.ComparisonOptions;
import dev.instar.autogenerate.Extent;
import dev.instar.autogenerate.SchemaComparer;
import dev.instar.autogenerate.SchemaComparison;
import dev.instar.autogenerate.TableFilter;
import dev.instar.autogenerate.WantedSchema;
import dev.instar.boot.autoconfigure.InstarProperties;
import java.util.List;

/** Holds databases of the application against schemas that somebody wants. */
public final class Comparisons {

    private Comparisons() {}

    /** How the database differs from the schema that the source wants. Nothing is changed by that. */
    public static SchemaComparison compare(Instar instar, WantedSchema source, ComparisonOptions options) {
        return instar.schema()
                .show((session, database, isOwn) ->
                        new SchemaComparer(session, database, isOwn).compare(source, options));
    }

    /** What a comparison is about, as far as the properties say. */
    public static ComparisonOptions options(InstarProperties.Autogenerate properties) {
        return new ComparisonOptions(
                new TableFilter(properties.schemas(), properties.include(), properties.exclude()),
                properties.extent() == null
                        ? null
                        : Extent.valueOf(properties.extent().name()),
                List.of());
    }
}

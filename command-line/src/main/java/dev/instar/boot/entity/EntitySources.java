package dev.instar.boot.entity;

import dev.instar.autogenerate.Language;
import dev.instar.autogenerate.ScriptedSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All entities of an application together. */
public record EntitySources(List<EntitySource> all) {

    /** The property that lets an application know its entities. */
    public static final String SWITCH = "instar-command.entities";

    /** The schema that the entities want, or {@code null} when there are none. */
    public @Nullable ScriptedSchema schema() {
        StringBuilder script = new StringBuilder();
        List<Language> languages = new ArrayList<>();
        for (EntitySource source : all) {
            String own = source.script();
            if (!own.isBlank()) {
                script.append(own).append('\n');
                languages.add(source.language());
            }
        }
        // The one that can say least decides: nothing is dropped because one of them does not know of it.
        return languages.stream()
                .sorted()
                .findFirst()
                .map(language -> new ScriptedSchema("the entities", script.toString(), language))
                .orElse(null);
    }
}

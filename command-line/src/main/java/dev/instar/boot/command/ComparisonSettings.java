package dev.instar.boot.command;

import dev.instar.autogenerate.ComparisonOptions;
import dev.instar.autogenerate.ExistingSchema;
import dev.instar.autogenerate.Extent;
import dev.instar.autogenerate.Language;
import dev.instar.autogenerate.ScriptedSchema;
import dev.instar.autogenerate.WantedSchema;
import dev.instar.boot.autoconfigure.InstarProperties;
import dev.instar.boot.entity.Comparisons;
import dev.instar.boot.entity.EntitySources;
import dev.instar.revision.InstarException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands have in common that hold the database against something. */
final class ComparisonSettings {

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "What the database is held against: a '.sql' file, or the JDBC URL of another database;"
                    + " the application's entities unless said otherwise.")
    @Nullable
    String source;

    @Option(
            names = "--rename",
            paramLabel = "OLD:NEW",
            description = "What was renamed, as in 'users:accounts' or 'users.mail:email'; can be given several times.")
    List<String> renames = new ArrayList<>();

    @Mixin
    TableSettings tables = new TableSettings();

    @Option(
            names = "--extent",
            paramLabel = "EXTENT",
            description = "What becomes of what only the database has: ${COMPLETION-CANDIDATES}.")
    @Nullable
    Extent extent;

    /** Refuses what was said of a comparison where there is none: whoever says it expects one. */
    void refuseUnlessComparing(boolean comparing, String remedy) {
        if (!comparing && !(source == null && extent == null && renames.isEmpty() && tables.isEmpty())) {
            throw new WrongUsageException(
                    "'--source', '--rename', '--schema', '--include', '--exclude' and '--extent' are about a comparison,"
                            + " and nothing is compared.",
                    remedy);
        }
    }

    /** Whether the application has to know its entities for that. */
    boolean needsEntities() {
        return source == null;
    }

    ComparisonOptions options(Workplace place) {
        ComparisonOptions usual = Comparisons.options(properties(place.environment()));
        return new ComparisonOptions(tables.filter(usual.filter()), extent == null ? usual.extent() : extent, renames);
    }

    static InstarProperties.Autogenerate properties(Environment environment) {
        return Binder.get(environment).bindOrCreate("instar.autogenerate", InstarProperties.Autogenerate.class);
    }

    /** What the database is held against, or {@code null} when there is nothing. */
    @Nullable
    WantedSchema find(Workplace place) {
        String given = source == null ? properties(place.environment()).source() : source;
        if (given == null) {
            EntitySources entities = place.entities();
            return entities == null ? null : entities.schema();
        }
        return given.contains("://") || given.startsWith("jdbc:")
                ? new ExistingSchema("the other database", new OtherDatabase(given))
                : new ScriptedSchema("'" + given + "'", read(given), Language.SQL);
    }

    WantedSchema get(Workplace place) {
        WantedSchema found = find(place);
        if (found == null) {
            throw new InstarException(
                    "This application has no entities to hold the database against, neither of JPA nor of Spring Data JDBC.",
                    "Name a '.sql' file or the JDBC URL of another database with '--source'.");
        }
        return found;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (InvalidPathException impossible) {
            throw new WrongUsageException("No file can be named '%s' here.".formatted(file), "Correct '--source'.");
        } catch (CharacterCodingException foreign) {
            throw new WrongUsageException(
                    "The file '%s' is not written in UTF-8.".formatted(file), "Save it in UTF-8.");
        } catch (NoSuchFileException missing) {
            throw new WrongUsageException("There is no file '%s'.".formatted(file), "Correct '--source'.");
        } catch (IOException unreadable) {
            throw new InstarException(
                    "The file '%s' cannot be read: %s.".formatted(file, Objects.toString(unreadable.getMessage())),
                    "Correct '--source', or let this user read the file.",
                    unreadable);
        }
    }
}

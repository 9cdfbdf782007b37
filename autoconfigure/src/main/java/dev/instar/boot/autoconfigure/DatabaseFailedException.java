package dev.instar.boot.autoconfigure;

import dev.instar.revision.InstarException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something that happened to one of several databases, and which one it was. */
final class DatabaseFailedException extends InstarException {

    private static final Pattern PROPERTY = Pattern.compile("'instar\\.([a-z.-]+)");

    DatabaseFailedException(String database, InstarException reason) {
        super(
                "Database '%s': %s".formatted(database, reason.description()),
                ofThisDatabase(reason.action(), database),
                reason);
    }

    /** The engine knows of one database, and so of the properties for one; the others have theirs further below. */
    private static String ofThisDatabase(String action, String database) {
        return PROPERTY.matcher(action.replace("'spring.datasource.url'", "its URL"))
                .replaceAll(property -> InstarPropertyNames.ofOneDatabase().contains(property.group(1))
                        ? Matcher.quoteReplacement("'instar.databases.%s.%s".formatted(database, property.group(1)))
                        : Matcher.quoteReplacement(property.group()));
    }
}

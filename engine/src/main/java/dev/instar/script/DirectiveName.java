package dev.instar.script;

import dev.instar.revision.Suggestion;
import dev.instar.sql.Directive;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The directives a revision file can contain. */
enum DirectiveName {
    REVISION("revision", Place.HEADER),
    REVISES("revises", Place.HEADER),
    MESSAGE("message", Place.HEADER),
    LABEL("label", Place.HEADER),
    DEPENDS_ON("depends-on", Place.HEADER),
    IRREVERSIBLE("irreversible", Place.HEADER),
    ENVIRONMENTS("environments", Place.HEADER),
    PLACEHOLDERS("placeholders", Place.HEADER),
    UPGRADE("upgrade", Place.SECTION),
    DOWNGRADE("downgrade", Place.SECTION),
    REQUIRE("require", Place.SECTION),
    ENSURE("ensure", Place.SECTION),
    NO_TRANSACTION("no-transaction", Place.STATEMENT),
    TIMEOUT("timeout", Place.STATEMENT),
    ALLOW("allow", Place.STATEMENT);

    /** What a directive speaks about. */
    enum Place {
        HEADER,
        SECTION,
        STATEMENT
    }

    private static final List<DirectiveName> ALL = List.of(values());

    private final String written;
    private final Place place;

    DirectiveName(String written, Place place) {
        this.written = written;
        this.place = place;
    }

    /** Those that stand alone on their line: nobody writes such a comment and means something else. */
    static Set<String> unmistakable() {
        return Set.of(UPGRADE.written, DOWNGRADE.written, NO_TRANSACTION.written);
    }

    static @Nullable DirectiveName of(Directive directive) {
        for (DirectiveName name : ALL) {
            if (name.written.equals(directive.name())) {
                return name;
            }
        }
        return null;
    }

    /** What to do about a directive that resembles none of those there are. */
    static String known() {
        return "Known are '%s'.".formatted(String.join("', '", signs()));
    }

    /** What to do about a directive that does not exist. */
    static String suggestion(Directive unknown) {
        return Suggestion.didYouMean("@" + unknown.name(), signs(), known());
    }

    private static List<String> signs() {
        return ALL.stream().map(name -> "@" + name.written).toList();
    }

    Place place() {
        return place;
    }

    boolean isSection() {
        return place == Place.SECTION;
    }

    /** A header line belongs above the statements, except the one that stands in for the downgrade. */
    boolean isOnlyForTheTop() {
        return place == Place.HEADER && this != IRREVERSIBLE;
    }

    /** As it stands in a file: {@code -- @upgrade}. */
    @Override
    public String toString() {
        return "-- @" + written;
    }
}

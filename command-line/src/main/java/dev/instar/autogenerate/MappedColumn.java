package dev.instar.autogenerate;

import dev.instar.schema.Column;
import dev.instar.schema.Column.Generated;
import dev.instar.schema.Column.Identity;
import dev.instar.schema.Column.NotNull;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column that a mapping asks for, completed with what a mapping does not say and the database has.
 *
 * @param divides whether the table is partitioned by it, so that it may be part of keys of which a mapping does not know
 * @param inherited whether a parent still hands it down
 */
record MappedColumn(Column live, Column wanted, Extent extent, boolean divides, boolean inherited) {

    private static final Pattern MOST_PRECISE = Pattern.compile("^(time|timestamp|interval)\\(6\\)");

    private static final String ARRAY = "[]";
    private static final Pattern LITERAL = Pattern.compile("('[^']*+(?:''[^']*+)*+')::[^']+");

    /** Types that one Java type is equally well stored in; but for the first, the server takes one for another. */
    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("character varying", "text", "character", "citext", "json", "jsonb", "xml", "inet", "name"),
            Set.of("character varying", "text", "character"),
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision", "money"),
            Set.of("timestamp without time zone", "timestamp with time zone", "date"),
            Set.of("time without time zone", "time with time zone"));

    Column completed() {
        boolean exact = extent.compareTo(Extent.MAPPED) > 0;
        String type = type();
        boolean countsItself = !exact && isSerial();
        return new Column(
                wanted.name(),
                type,
                wanted.collation() == null && isReadAlike(type) ? live.collation() : wanted.collation(),
                notNull(),
                countsItself || !exact && wanted.defaultValue() == null && isPlain()
                        ? ownDefault(type)
                        : wanted.defaultValue(),
                countsItself ? null : identity(),
                generated(type),
                isReadAlike(type) ? or(wanted.storage(), live.storage()) : wanted.storage(),
                isReadAlike(type) ? or(wanted.compression(), live.compression()) : wanted.compression(),
                wanted.statistics() == null ? live.statistics() : wanted.statistics(),
                inherited,
                exact ? wanted.comment() : or(wanted.comment(), live.comment()));
    }

    private static @Nullable String or(@Nullable String wanted, @Nullable String live) {
        return wanted == null ? live : wanted;
    }

    /** The default that somebody wrote, as long as the server takes it for one of this type, too. */
    private @Nullable String ownDefault(String type) {
        String own = live.defaultValue();
        if (own == null || isReadAlike(type)) {
            return own;
        }
        Matcher literal = LITERAL.matcher(own);
        boolean isText = areOneFamily(live.type(), type) || areOneFamily(type, live.type());
        return isText && literal.matches() ? literal.group(1) + "::" + type : null;
    }

    /** Whether what was said about the column in its own type holds for this one. */
    private boolean isReadAlike(String type) {
        String own = bare(live.type());
        return own.equals(bare(type))
                || FAMILIES.stream().skip(1).anyMatch(family -> family.contains(own) && family.contains(bare(type)));
    }

    private boolean isPlain() {
        return wanted.identity() == null && wanted.generated() == null && live.generated() == null;
    }

    /** Microseconds are all that the server has, whether somebody says so or not. */
    private String type() {
        boolean same = plain(wanted.type()).equals(plain(live.type()));
        boolean near = extent == Extent.SHAPE && areOneFamily(wanted.type(), live.type());
        return same || near ? live.type() : wanted.type();
    }

    private static String plain(String type) {
        return MOST_PRECISE.matcher(type).replaceFirst("$1");
    }

    private @Nullable NotNull notNull() {
        boolean stays = extent == Extent.SHAPE || live.notNull() != null && (divides || wanted.notNull() != null);
        return stays ? live.notNull() : wanted.notNull();
    }

    /** A column that takes its default from its own sequence counts as an identity column does. */
    private boolean isSerial() {
        String counter = live.defaultValue();
        return wanted.identity() != null
                && live.identity() == null
                && counter != null
                && counter.startsWith("nextval(");
    }

    private @Nullable Identity identity() {
        Identity own = live.identity();
        boolean silent = extent == Extent.SHAPE && own != null;
        return silent || wanted.identity() != null && own != null && extent == Extent.MAPPED ? own : wanted.identity();
    }

    private @Nullable Generated generated(String type) {
        boolean silent = wanted.generated() == null && wanted.defaultValue() == null && type.equals(live.type());
        return silent ? live.generated() : wanted.generated();
    }

    /** An enumeration or a domain, whose name has a schema, is read and written as text. */
    private static boolean areOneFamily(String type, String other) {
        if (type.endsWith(ARRAY) && other.endsWith(ARRAY)) {
            return areOneFamily(element(type), element(other));
        }
        String bare = bare(type);
        String otherBare = bare(other);
        return bare.equals(otherBare)
                || FAMILIES.stream().anyMatch(family -> family.contains(bare) && family.contains(otherBare))
                || FAMILIES.get(0).contains(bare) && otherBare.contains(".");
    }

    private static String element(String array) {
        return array.substring(0, array.length() - ARRAY.length());
    }

    private static String bare(String type) {
        return type.replaceAll("\\([^)]*\\)", "");
    }
}

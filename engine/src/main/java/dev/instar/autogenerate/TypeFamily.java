package dev.instar.autogenerate;

import java.util.List;
import java.util.Set;

/** Types that one Java type is equally well stored in. */
final class TypeFamily {

    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("character varying", "text", "character", "citext", "json", "jsonb", "xml", "inet", "name"),
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision", "money"),
            Set.of("timestamp without time zone", "timestamp with time zone", "date"),
            Set.of("time without time zone", "time with time zone"));

    private TypeFamily() {}

    static boolean areOne(String type, String other) {
        String bare = bare(type);
        String otherBare = bare(other);
        return bare.equals(otherBare)
                || FAMILIES.stream().anyMatch(family -> family.contains(bare) && family.contains(otherBare))
                || isText(bare) && isUserType(otherBare);
    }

    private static boolean isText(String type) {
        return FAMILIES.get(0).contains(type);
    }

    /** An enumeration or a domain, which is read and written as text. */
    private static boolean isUserType(String type) {
        return type.contains(".");
    }

    private static String bare(String type) {
        return type.replaceAll("\\([^)]*\\)", "");
    }
}

package dev.instar.boot.entity;

import java.util.Map;
import org.springframework.util.ClassUtils;

/** Which type a new column has for a Java type. A column that is there keeps its own, if that is of the same family. */
final class ColumnType {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("java.lang.Byte", "smallint"),
            Map.entry("java.lang.Short", "smallint"),
            Map.entry("java.lang.Integer", "integer"),
            Map.entry("java.lang.Long", "bigint"),
            Map.entry("java.math.BigInteger", "numeric"),
            Map.entry("java.math.BigDecimal", "numeric"),
            Map.entry("java.lang.Float", "real"),
            Map.entry("java.lang.Double", "double precision"),
            Map.entry("java.lang.Boolean", "boolean"),
            Map.entry("java.util.UUID", "uuid"),
            Map.entry("java.util.Date", "timestamp"),
            Map.entry("java.sql.Timestamp", "timestamp"),
            Map.entry("java.time.LocalDateTime", "timestamp"),
            Map.entry("java.time.Instant", "timestamptz"),
            Map.entry("java.time.OffsetDateTime", "timestamptz"),
            Map.entry("java.time.ZonedDateTime", "timestamptz"),
            Map.entry("java.sql.Date", "date"),
            Map.entry("java.time.LocalDate", "date"),
            Map.entry("java.sql.Time", "time"),
            Map.entry("java.time.LocalTime", "time"));

    private ColumnType() {}

    static String of(Class<?> type) {
        if (type == byte[].class) {
            return "bytea";
        }
        if (type.isArray()) {
            return of(type.getComponentType()) + "[]";
        }
        return TYPES.getOrDefault(ClassUtils.resolvePrimitiveIfNecessary(type).getName(), "text");
    }
}

package dev.instar.boot.autoconfigure;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** The names of all properties, as their fields say. */
final class InstarPropertyNames {

    private static final Pattern DATABASE = Pattern.compile("(\\.databases\\.[^.]+)\\..*");

    private InstarPropertyNames() {}

    /** What can be said of each of several databases, without what stands before it. */
    static List<String> ofOneDatabase() {
        return names(InstarProperties.Database.class, "")
                .map(name -> name.substring(1))
                .toList();
    }

    /** What stands before the properties of one database, when a name is one of these; else nothing. */
    static String group(String typed) {
        Matcher database = DATABASE.matcher(typed);
        return database.matches() ? database.group(1) : "";
    }

    /** The names in a group, each of which begins with a dot. */
    static List<String> in(String group) {
        return names(group.isEmpty() ? InstarProperties.class : InstarProperties.Database.class, "")
                .toList();
    }

    private static Stream<String> names(Class<?> type, String prefix) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                .flatMap(declaring -> Stream.of(declaring.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .flatMap(field -> names(field, prefix + "." + DataObjectPropertyName.toDashedForm(field.getName())));
    }

    private static Stream<String> names(Field field, String name) {
        return field.getType().isRecord() ? names(field.getType(), name) : Stream.of(name);
    }
}

package dev.instar.boot.autoconfigure;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.ReflectionUtils;

/** The names of all properties, as their records say. */
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
        return Stream.of(type.getRecordComponents())
                .flatMap(component -> names(component, prefix + "." + name(type, component)));
    }

    private static Stream<String> names(RecordComponent component, String name) {
        return component.getType().isRecord() ? names(component.getType(), name) : Stream.of(name);
    }

    /** A component cannot be called as a method of every object is. */
    private static String name(Class<?> type, RecordComponent component) {
        Field field = ReflectionUtils.findField(type, component.getName());
        Name renamed = field == null ? null : field.getAnnotation(Name.class);
        return renamed == null ? DataObjectPropertyName.toDashedForm(component.getName()) : renamed.value();
    }
}

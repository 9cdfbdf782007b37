package dev.instar.boot.aot;

import dev.instar.schema.Catalog;
import dev.instar.schema.Column;
import dev.instar.schema.SchemaObject;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.ResolvableType;

/** A fingerprint of a catalog reads its records component by component, so that none can be forgotten. */
final class CatalogRuntimeHints implements RuntimeHintsRegistrar {

    private static final String ROOM = SchemaObject.class.getPackageName();

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        Set<Class<?>> records = new HashSet<>();
        collect(SchemaObject.class, records);
        collect(Catalog.Unmodelled.class, records);
        collect(Column.class, records);
        records.forEach(type -> hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS));
    }

    private static void collect(Class<?> type, Set<Class<?>> records) {
        if (!type.getPackageName().equals(ROOM)) {
            return;
        }
        if (type.isSealed()) {
            Stream.of(type.getPermittedSubclasses()).forEach(kind -> collect(kind, records));
        } else if (type.isRecord() && records.add(type)) {
            for (RecordComponent component : type.getRecordComponents()) {
                collect(ResolvableType.forMethodReturnType(component.getAccessor()), records);
            }
        }
    }

    private static void collect(ResolvableType type, Set<Class<?>> records) {
        collect(type.toClass(), records);
        Stream.of(type.getGenerics()).forEach(generic -> collect(generic, records));
    }
}

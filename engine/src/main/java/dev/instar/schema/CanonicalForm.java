package dev.instar.schema;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text in which different values are written differently: every value says how long it is. Components are found by
 * reflection, so that none can be forgotten.
 */
final class CanonicalForm {

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private final StringBuilder text = new StringBuilder();

    void add(@Nullable Object value) {
        if (value instanceof Record composed) {
            addRecord(composed);
        } else if (value instanceof Columns columns) {
            addAll(columns.stream().sorted(Comparator.comparing(Column::name)).toList());
        } else if (value instanceof Map<?, ?> map) {
            addAll(map.keySet());
            addAll(map.values());
        } else if (value instanceof Collection<?> several) {
            addAll(several);
        } else if (value == null) {
            text.append('-');
        } else {
            String simple = value.toString();
            text.append(simple.length()).append('=').append(simple);
        }
    }

    private void addAll(Collection<?> values) {
        text.append(values.size()).append('[');
        values.forEach(this::add);
    }

    private void addRecord(Record composed) {
        text.append(composed.getClass().getSimpleName()).append('(');
        for (RecordComponent component : COMPONENTS.get(composed.getClass())) {
            try {
                add(component.getAccessor().invoke(composed));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("The components of these records are public", impossible);
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

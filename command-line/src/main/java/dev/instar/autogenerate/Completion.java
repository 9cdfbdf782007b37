package dev.instar.autogenerate;

import dev.instar.diff.SchemaDiff;
import dev.instar.revision.InstarException;
import dev.instar.schema.Catalog;
import dev.instar.schema.Catalog.Dependency;
import dev.instar.schema.Column;
import dev.instar.schema.Columns;
import dev.instar.schema.Constraint;
import dev.instar.schema.Constraint.ForeignKey;
import dev.instar.schema.Constraint.Key;
import dev.instar.schema.Index;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectId.Kind;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Sequence;
import dev.instar.schema.Table;
import dev.instar.schema.UserType.Enumeration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds to a wanted catalog what its source is silent about and the database has, so that the two can be compared. */
final class Completion {

    private final Catalog live;
    private final Catalog wanted;
    private final Language language;
    private final Extent extent;
    private final TableFilter filter;
    private final Map<QualifiedName, List<SchemaObject>> rulesOf = new HashMap<>();
    private final Map<ObjectId, List<ObjectPart>> needs = new HashMap<>();
    private final Map<ObjectId, SchemaObject> result = new LinkedHashMap<>();
    private final Map<ObjectId, ObjectId> namedAs = new LinkedHashMap<>();
    private final Set<ObjectId> kept = new LinkedHashSet<>();
    private final List<ObjectId> leftAlone = new ArrayList<>();

    Completion(Catalog live, Catalog wanted, Language language, ComparisonOptions options) {
        this.live = live;
        this.wanted = wanted;
        this.language = language;
        this.extent = options.extent() == null ? language.usualExtent() : options.extent();
        this.filter = options.filter();
        for (SchemaObject object : live.objects().values()) {
            if (object.owner() != null) {
                rulesOf.computeIfAbsent(object.owner(), first -> new ArrayList<>())
                        .add(object);
            }
        }
        for (Dependency dependency : live.dependencies()) {
            needs.computeIfAbsent(dependency.dependent().object(), first -> new ArrayList<>())
                    .add(dependency.on());
        }
    }

    /** A wanted catalog that says something about everything. */
    Catalog complete() {
        List<SchemaObject> rules = new ArrayList<>();
        for (SchemaObject object : wanted.objects().values()) {
            if (isLookedAt(object)) {
                boolean isRule = object instanceof Constraint || object instanceof Index;
                if (language.isMapping() && isRule) {
                    rules.add(object);
                } else if (language.speaksOf(object.id().kind()) || live.find(object.id()) == null) {
                    put(object, completed(object));
                }
            }
        }
        meet(rules);
        live.objects().values().forEach(this::keep);
        Catalog catalog =
                SchemaDiff.handedDown(live, Catalog.of(result.values(), dependencies(), live.unmodelled()), kept);
        refuseConflicts(catalog);
        return catalog;
    }

    /** What the source does not know, and the database keeps. */
    List<ObjectId> leftAlone() {
        return List.copyOf(leftAlone);
    }

    private boolean isLookedAt(SchemaObject object) {
        QualifiedName table = Catalog.tableOf(object);
        return table == null
                ? filter.testSchema(object.id().name().schema())
                : filter.test(table)
                        && !isReadLikeATable(table)
                        && !(object instanceof ForeignKey key && isReadLikeATable(key.target()));
    }

    /** A mapping takes a view, a foreign table or a partition for a table of its own, and cannot say what it is. */
    private boolean isReadLikeATable(QualifiedName name) {
        Table table = live.table(name);
        return language.isMapping()
                && (table != null
                        ? table.partition() != null
                        : live.find(ObjectId.of(Kind.VIEW, name)) != null
                                || live.find(ObjectId.of(Kind.MATERIALIZED_VIEW, name)) != null
                                || live.unmodelled().stream()
                                        .anyMatch(object -> object.kind().contains("table")
                                                && object.name().equals(name.sql())));
    }

    private SchemaObject completed(SchemaObject object) {
        SchemaObject known = live.find(object.id());
        if (known == null || !language.isMapping()) {
            return object;
        }
        if (object instanceof Table table && known instanceof Table other) {
            return complete(other, table);
        }
        if (object instanceof Sequence sequence && known instanceof Sequence other) {
            return complete(other, sequence);
        }
        return object instanceof Enumeration type && known instanceof Enumeration other
                ? complete(other, type)
                : object;
    }

    private Table complete(Table known, Table table) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            Column own = known.columns().find(column.name());
            boolean divides = known.isDividedBy(column.name());
            boolean inherited = own != null && own.inherited() && isHandedDown(known, column.name());
            columns.add(own == null ? column : new MappedColumn(own, column, extent, divides, inherited).completed());
        }
        boolean silent = table.comment() == null && extent.compareTo(Extent.MAPPED) <= 0;
        SortedMap<String, String> options = new TreeMap<>(known.options());
        options.putAll(table.options());
        return new Table(
                table.name(),
                new Columns(columns),
                known.parents(),
                known.partitionKey(),
                known.partition(),
                options,
                known.settings(),
                silent ? known.comment() : table.comment());
    }

    private boolean isHandedDown(Table known, String column) {
        return known.parents().stream()
                .map(parent -> wanted.table(parent) == null ? live.table(parent) : wanted.table(parent))
                .anyMatch(parent -> parent == null || parent.columns().find(column) != null);
    }

    /** Where it begins and what it keeps in memory is up to the database. */
    private Sequence complete(Sequence known, Sequence sequence) {
        boolean same = known.options().increment() == sequence.options().increment();
        return same && extent.compareTo(Extent.MAPPED) <= 0 ? known : sequence;
    }

    /** A mapping knows values in no order of their own. */
    private static Enumeration complete(Enumeration known, Enumeration type) {
        List<String> values = new ArrayList<>(known.values());
        values.retainAll(Set.copyOf(type.values()));
        type.values().stream().filter(value -> !values.contains(value)).forEach(values::add);
        return new Enumeration(type.name(), values, type.comment() == null ? known.comment() : type.comment());
    }

    private void put(SchemaObject object, SchemaObject as) {
        result.put(as.id(), as);
        namedAs.put(object.id(), as.id());
    }

    /** Rules of the same name are held against each other first, so that no other takes what is theirs. */
    private void meet(List<SchemaObject> rules) {
        List<SchemaObject> open = new ArrayList<>();
        for (SchemaObject rule : rules) {
            SchemaObject known = live.find(rule.id());
            if (known != null && isMet(rule, known)) {
                put(rule, known);
            } else {
                open.add(rule);
            }
        }
        List<SchemaObject> unmet = new ArrayList<>();
        for (SchemaObject rule : open) {
            SchemaObject other = metElsewhere(rule);
            if (other == null) {
                unmet.add(rule);
            } else {
                put(rule, other);
            }
        }
        unmet.stream()
                .filter(rule -> extent != Extent.SHAPE || isOfNewTable(rule))
                .forEach(rule -> put(rule, withUnusedName(rule)));
    }

    /** A constraint whose own name, which nobody chose, is that of another gets one that is free. */
    private SchemaObject withUnusedName(SchemaObject wanted) {
        if (!result.containsKey(wanted.id()) || !(wanted instanceof Constraint constraint)) {
            return wanted;
        }
        String base = constraint.name().replaceFirst("\\d+$", "");
        int number = 1;
        while (result.containsKey(wanted.id().named(base + number))) {
            number++;
        }
        return constraint.named(base + number);
    }

    private boolean isOfNewTable(SchemaObject rule) {
        return rule.owner() != null && live.table(rule.owner()) == null;
    }

    private @Nullable SchemaObject metElsewhere(SchemaObject rule) {
        return rulesOf.getOrDefault(Objects.requireNonNull(rule.owner()), List.of()).stream()
                .filter(object -> !result.containsKey(object.id()) && isMet(rule, object))
                .findFirst()
                .orElse(null);
    }

    private boolean isMet(SchemaObject rule, SchemaObject known) {
        return new MappedRule(rule, extent).isMetBy(known)
                || rule instanceof Key key && known instanceof Key other && isWidened(key, other);
    }

    /** Each key of a divided table has the columns by which it is divided, too, of which a mapping need not know. */
    private boolean isWidened(Key key, Key other) {
        Table table = live.table(key.table());
        return table != null
                && key.primary() == other.primary()
                && other.columns().containsAll(key.columns())
                && other.columns().stream()
                        .anyMatch(column -> !key.columns().contains(column) && table.isDividedBy(column));
    }

    private void keep(SchemaObject object) {
        if (result.containsKey(object.id()) || isReplaced(object) || !isKept(object)) {
            return;
        }
        result.put(object.id(), object);
        kept.add(object.id());
        if (isWorthTelling(object) && isLookedAt(object)) {
            leftAlone.add(object.id());
        }
    }

    /** An index whose name the source gives to a constraint of the table, or the other way round. */
    private boolean isReplaced(SchemaObject object) {
        QualifiedName table = object.owner();
        String name = object.id().ownName();
        return table != null
                && (object instanceof Index && result.containsKey(Constraint.id(table, name))
                        || object instanceof Key && result.containsKey(ObjectId.of(Kind.INDEX, table.sibling(name))));
    }

    /** What belongs to a table is part of it, unless the source knows the table and not the part. */
    private boolean isWorthTelling(SchemaObject object) {
        boolean everywhere = object.id().kind() == Kind.SCHEMA || object.id().kind() == Kind.EXTENSION;
        boolean isPart = object.owner() != null
                ? !knows(object)
                : wanted.table(object.id().name()) != null;
        return !everywhere && !isPart && !(object instanceof Sequence sequence && sequence.ownedBy() != null);
    }

    /** Whether the source knows the table that the object belongs to. */
    private boolean knows(SchemaObject object) {
        QualifiedName table = Catalog.tableOf(object);
        return table != null && wanted.table(table) != null;
    }

    private boolean isKept(SchemaObject object) {
        if (!isLookedAt(object) || !language.speaksOf(object.id().kind())) {
            return true;
        }
        if (object instanceof Sequence sequence && sequence.ownedBy() != null && knows(object)) {
            return isStillUsed(sequence, sequence.ownedBy());
        }
        if (extent == Extent.EVERYTHING) {
            return Catalog.tableOf(object) == null && !filter.include().isEmpty();
        }
        return !knows(object)
                || extent != Extent.TABLES && !GeneratedName.cameFromMapping(object) && hasItsColumns(object);
    }

    private boolean isStillUsed(Sequence sequence, ObjectPart owner) {
        return result.get(owner.object()) instanceof Table table
                && live.find(owner.object()) instanceof Table before
                && table.columns().find(owner.column()) != null
                && (isUsed(table, owner) || !isUsed(before, owner) && extent.compareTo(Extent.MAPPED) <= 0);
    }

    private static boolean isUsed(Table table, ObjectPart owner) {
        var column = table.columns().find(owner.column());
        return column != null
                && column.defaultValue() != null
                && column.defaultValue().startsWith("nextval(");
    }

    /** What is about a column that goes, goes with it. */
    private boolean hasItsColumns(SchemaObject object) {
        return needs.getOrDefault(object.id(), List.of()).stream()
                .filter(on -> on.object().name().equals(object.owner()))
                .allMatch(on -> exists(on, result));
    }

    private List<Dependency> dependencies() {
        List<Dependency> all = new ArrayList<>();
        for (Dependency dependency : wanted.dependencies()) {
            if (namedAs.containsKey(dependency.dependent().object())) {
                all.add(new Dependency(named(dependency.dependent()), named(dependency.on())));
            }
        }
        for (Dependency dependency : live.dependencies()) {
            if (result.containsKey(dependency.dependent().object())
                    && exists(dependency.dependent(), result)
                    && exists(dependency.on(), result)) {
                all.add(dependency);
            }
        }
        return all;
    }

    private ObjectPart named(ObjectPart part) {
        return new ObjectPart(namedAs.getOrDefault(part.object(), part.object()), part.column());
    }

    /** What the database keeps, and cannot keep because it reads something that the source no longer wants. */
    private void refuseConflicts(Catalog catalog) {
        Set<String> conflicts = new LinkedHashSet<>();
        for (Dependency dependency : live.dependencies()) {
            ObjectId dependent = dependency.dependent().object();
            if (kept.contains(dependent)
                    && exists(dependency.on(), live.objects())
                    && !exists(dependency.on(), catalog.objects())) {
                conflicts.add("  " + dependent + " needs " + dependency.on() + "\n");
            }
        }
        if (!conflicts.isEmpty()) {
            throw new InstarException(
                    "Something that stays needs something that is not wanted any more:\n" + String.join("", conflicts),
                    "Drop or change it in a revision of its own first, or keep what it needs.");
        }
    }

    private static boolean exists(ObjectPart part, Map<ObjectId, SchemaObject> objects) {
        SchemaObject object = objects.get(part.object());
        return object != null
                && (part.isWhole()
                        || !(object instanceof Table table)
                        || table.columns().find(part.column()) != null);
    }
}

package dev.instar.boot.autoconfigure;

import dev.instar.InstarSettings;
import dev.instar.boot.Mode;
import dev.instar.history.TableNames;
import dev.instar.revision.InstarException;
import dev.instar.revision.expression.Target;
import dev.instar.script.JavaRevision;
import dev.instar.script.RevisionOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** What the properties say about one of several databases, itself and where it is silent for all. */
final class NamedSettings {

    private final String name;
    private final InstarProperties.Database own;
    private final InstarProperties all;

    NamedSettings(String name, InstarProperties.Database own, InstarProperties all) {
        this.name = name;
        this.own = own;
        this.all = all;
    }

    String name() {
        return name;
    }

    InstarProperties.Database own() {
        return own;
    }

    /** Nothing is done to any database of an application that is off, or that is there for nothing but migrating. */
    Mode mode() {
        if (own.mode() == Mode.MIGRATE_ONLY) {
            throw new InstarException(
                    "'instar.databases.%s.mode' is 'migrate-only', which is a mode of the whole application."
                            .formatted(name),
                    "Set 'instar.mode=migrate-only', and 'off' for the databases that shall be left out.");
        }
        if (all.getMode() == Mode.OFF || own.mode() == Mode.OFF) {
            return Mode.OFF;
        }
        return all.getMode() == Mode.MIGRATE_ONLY || own.mode() == null ? all.getMode() : own.mode();
    }

    InstarSettings settings(ApplicationFacts facts) {
        InstarSettings common = all.toSettings(facts);
        List<String> locations =
                own.locations().isEmpty() ? List.of("classpath:db/migration/" + name) : own.locations();
        return new InstarSettings(
                locations,
                tables(common.tables()),
                common.lockTimeout(),
                Objects.requireNonNullElse(own.onUnknownRevision(), common.onUnknownRevision()),
                common.applicationName(),
                common.applicationVersion(),
                options(common.revisionOptions()),
                own.allowPooler() == null
                        ? common.execution()
                        : common.execution().withAllowPooler(own.allowPooler()),
                own.target() == null ? common.target() : Target.parse(own.target()));
    }

    /** Whether the properties say that a bean is a revision of this database. */
    boolean owns(JavaRevision bean) {
        return own.javaRevisions().contains(nameOf(bean));
    }

    static String nameOf(JavaRevision bean) {
        return ClassUtils.getUserClass(bean).getName();
    }

    private TableNames tables(TableNames common) {
        return new TableNames(
                StringUtils.hasText(own.schema()) ? own.schema() : common.schema(),
                Objects.requireNonNullElse(own.historyTable(), common.history()),
                Objects.requireNonNullElse(own.journalTable(), common.journal()));
    }

    private RevisionOptions options(RevisionOptions common) {
        Map<String, String> placeholders = new HashMap<>(common.placeholders());
        placeholders.putAll(own.placeholders());
        List<JavaRevision> beans =
                common.javaRevisions().stream().filter(this::owns).toList();
        List<String> beanClasses = beans.stream().map(NamedSettings::nameOf).toList();
        List<String> classes = own.javaRevisions().stream()
                .filter(type -> !beanClasses.contains(type))
                .toList();
        return new RevisionOptions(placeholders, common.environments(), beans, classes);
    }
}

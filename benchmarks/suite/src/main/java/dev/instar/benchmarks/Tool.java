package dev.instar.benchmarks;

import dev.instar.benchmarks.revisions.Language;
import java.util.List;
import java.util.stream.Stream;

/** What is measured. */
enum Tool {
    INSTAR("instar", "instar", "Instar", Language.INSTAR),
    INSTAR_UNGROUPED("instar-ungrouped", "instar", "Instar, no groups", Language.INSTAR),
    FLYWAY_MANAGED("flyway-managed", "flyway-managed", "Flyway 12.4.0", Language.FLYWAY),
    FLYWAY_NEWEST("flyway-newest", "flyway-newest", "Flyway 13.12.0", Language.FLYWAY),
    LIQUIBASE("liquibase", "liquibase", "Liquibase 5.0.3", Language.LIQUIBASE),
    MYBATIS("mybatis", "mybatis", "MyBatis Migrations 3.4.0", Language.MYBATIS),
    JDBC("jdbc", "jdbc", "bare JDBC loop", Language.PLAIN),
    JDBC_COPY("jdbc-copy", "jdbc", "bare JDBC loop", Language.PLAIN),
    PSQL("psql", "psql", "psql, one transaction", Language.PLAIN);

    private final String subject;
    private final String classPath;
    private final String label;
    private final Language language;

    Tool(String subject, String classPath, String label, Language language) {
        this.subject = subject;
        this.classPath = classPath;
        this.label = label;
        this.language = language;
    }

    /** Its name for the measured process. */
    String subject() {
        return subject;
    }

    /** The subject whose class path it runs with. */
    String classPath() {
        return classPath;
    }

    String label() {
        return label;
    }

    Language language() {
        return language;
    }

    /** Whether it notices that it has nothing to do, in a way of its own. */
    boolean remembers() {
        return this != PSQL && this != INSTAR_UNGROUPED;
    }

    /** Whether thousands of revisions take it so long that it is measured less often. */
    boolean isSlow() {
        return this == FLYWAY_MANAGED || this == FLYWAY_NEWEST || this == LIQUIBASE;
    }

    /** Those that take any revision; {@code psql} only where it is installed. */
    static List<Tool> available() {
        return available(INSTAR, FLYWAY_MANAGED, FLYWAY_NEWEST, LIQUIBASE, MYBATIS, JDBC, PSQL);
    }

    /** The same, and those that differ from one of them only into an empty database. */
    static List<Tool> availableForEmpty() {
        return Stream.concat(available().stream(), Stream.of(INSTAR_UNGROUPED)).toList();
    }

    /** All of these but {@code psql} where that is not installed. */
    static List<Tool> available(Tool... tools) {
        return Stream.of(tools)
                .filter(tool -> tool != PSQL || Psql.isInstalled())
                .toList();
    }
}

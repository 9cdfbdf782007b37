package dev.instar.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small service with one of the tools, or with none. */
enum Service {
    PLAIN("boot-plain", "no tool", null),
    INSTAR("boot-instar", "Instar", Tool.INSTAR),
    FLYWAY_MANAGED("boot-flyway-managed", "Flyway 12.4.0", Tool.FLYWAY_MANAGED),
    FLYWAY_NEWEST("boot-flyway-newest", "Flyway 13.12.0", Tool.FLYWAY_NEWEST),
    LIQUIBASE("boot-liquibase", "Liquibase 5.0.3", Tool.LIQUIBASE);

    private final String classPath;
    private final String label;
    private final @Nullable Tool tool;

    Service(String classPath, String label, @Nullable Tool tool) {
        this.classPath = classPath;
        this.label = label;
        this.tool = tool;
    }

    String classPath() {
        return classPath;
    }

    String label() {
        return label;
    }

    /** The tool in it, in whose language its revisions are. */
    @Nullable
    Tool tool() {
        return tool;
    }

    static List<String> arguments(String url) {
        return List.of(
                "--spring.datasource.url=" + url,
                "--spring.main.banner-mode=off",
                "--spring.flyway.placeholder-replacement=false",
                "--spring.liquibase.change-log=classpath:db/changelog/master.xml",
                "--spring.liquibase.analytics-enabled=false");
    }
}

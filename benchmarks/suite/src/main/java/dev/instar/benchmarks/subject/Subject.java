package dev.instar.benchmarks.subject;

/** A tool, driven the way its manual says. */
interface Subject {

    /** Applies everything that is pending. */
    void migrate(Destination destination) throws Exception;

    /** The tool of this name, which must be on the class path. */
    static Subject named(String name) {
        return switch (name) {
            case "instar" -> new InstarSubject(true);
            case "instar-ungrouped" -> new InstarSubject(false);
            case "flyway-managed", "flyway-newest" -> new FlywaySubject();
            case "liquibase" -> new LiquibaseSubject();
            case "mybatis" -> new MyBatisSubject();
            case "jdbc" -> new JdbcSubject();
            case "jdbc-copy" -> new JdbcCopySubject();
            default -> throw new IllegalArgumentException("There is no subject '%s'.".formatted(name));
        };
    }
}

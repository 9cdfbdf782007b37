package dev.instar.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a PostgreSQL database of its own that is where its service wants it, which is usually where every
 * revision is applied. The revisions run once for each server, into a template; each class gets a copy of that within
 * milliseconds, and nested classes share it with the class they are in.
 *
 * <p>A plain JUnit test takes a parameter of type {@link javax.sql.DataSource} or {@link ClonedDatabase}. A test with a
 * Spring context, a slice or a whole service, needs nothing more: its data source leads there, and Instar applies the
 * revisions as {@code instar.*} says.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(MigratedDatabaseExtension.class)
public @interface MigratedDatabase {

    /**
     * Where the database is: {@code embedded}, {@code testcontainers}, {@code testcontainers:<image>} or a JDBC URL whose
     * user may create databases. The system property {@code instar.test.server} decides for all classes that leave it
     * open; without it the server is embedded.
     */
    String server() default "";

    /** Folders of the revisions, where no Spring context says so. */
    String[] locations() default {"classpath:db/migration"};

    /** Values of placeholders as {@code name=value}, where no Spring context says so. */
    String[] placeholders() default {};

    /** Names of the environment, where no Spring context says so. */
    String[] environments() default {};

    /**
     * Whether all classes that say so share one database, and one Spring context where they have the same. Right for
     * tests that roll back what they do, as slices of Spring Boot do.
     */
    boolean shared() default false;
}

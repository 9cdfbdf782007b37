package dev.instar.boot.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks the data source whose database is to be migrated, when there are several, or the one to migrate one of {@code
 * instar.databases.*} with. A second data source that is there for migrating only should be declared with {@code
 * @Bean(defaultCandidate = false)}.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Qualifier
public @interface InstarDataSource {

    /** The name of the database, where the properties name several. */
    String value() default "";
}

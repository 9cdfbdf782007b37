package dev.instar.script;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a {@link JavaRevision} what the header lines say of a file. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RevisionHeader {

    /** The id of the revision. */
    String id();

    /** The parents; {@code "base"} for a root. */
    String[] revises();

    /** What the revision does, in a few words. */
    String message();

    /** The name that this revision gives to its branch. */
    String label() default "";

    /** What must be applied first without being a parent. */
    String[] dependsOn() default {};

    /** The environments it is limited to; everywhere when there are none. */
    String[] environments() default {};

    /** Why there is no downgrade. */
    String irreversible() default "";

    /**
     * Stands in for the checksum that a file has: raise it when the upgrade does something else than before, and a
     * database in which the former one was applied says so.
     */
    String version() default "1";
}

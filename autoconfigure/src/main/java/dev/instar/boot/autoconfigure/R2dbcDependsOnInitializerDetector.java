package dev.instar.boot.autoconfigure;

import java.util.HashSet;
import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;
import org.springframework.util.ClassUtils;

/** Lets what talks to the database without JDBC wait for the schema too; Boot has a detector for everything else. */
final class R2dbcDependsOnInitializerDetector extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {

    private static final Set<String> TYPES = Set.of(
            "org.springframework.r2dbc.core.DatabaseClient",
            "org.springframework.data.r2dbc.core.R2dbcEntityOperations");

    @Override
    protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
        ClassLoader loader = getClass().getClassLoader();
        Set<Class<?>> present = new HashSet<>();
        for (String type : TYPES) {
            if (ClassUtils.isPresent(type, loader)) {
                present.add(ClassUtils.resolveClassName(type, loader));
            }
        }
        return present;
    }
}

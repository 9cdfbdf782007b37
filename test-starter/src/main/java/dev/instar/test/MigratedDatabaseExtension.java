package dev.instar.test;

import dev.instar.Instar;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the database to plain tests, and drops it when their class is done. */
final class MigratedDatabaseExtension implements ParameterResolver, AfterAllCallback {

    private static final List<Class<?>> TYPES = List.of(DataSource.class, ClonedDatabase.class);
    private static final String AUTOWIRED = "org.springframework.beans.factory.annotation.Autowired";

    /** A parameter that is marked, or whose method is, is somebody else's: Spring's, as a rule. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TYPES.contains(parameter.getParameter().getType())
                && parameter.getParameter().getAnnotations().length == 0
                && Stream.of(parameter.getDeclaringExecutable().getAnnotations())
                        .noneMatch(annotation ->
                                annotation.annotationType().getName().equals(AUTOWIRED));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        DatabaseRequest request = DatabaseRequest.of(context.getRequiredTestClass())
                .orElseGet(() -> DatabaseRequest.byDefault(context.getRequiredTestClass()));
        Clone clone = Clones.of(request);
        clone.create(new Instar(clone.address().dataSource(), request.settings()));
        return parameter.getParameter().getType() == DataSource.class
                ? clone.address().dataSource()
                : clone.address();
    }

    /** A database that a Spring context uses lives as long as that: the next class may have the same one. */
    @Override
    public void afterAll(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        DatabaseRequest.of(testClass)
                .filter(request -> testClass == request.owner())
                .ifPresent(Clones::release);
    }
}

package dev.instar.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;
import org.springframework.test.context.MergedContextConfiguration;

/** Tests can be built ahead of time, as for a native image. */
class AheadOfTimeTests {

    @Test
    void theDatabaseIsDeclaredWhenTheTestRuns() {
        Class<?> test = getClass();
        DatabaseRequest request =
                new DatabaseRequest(test, "embedded", List.of("classpath:db/migration"), Map.of(), Set.of());
        InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
        DefaultGenerationContext generation =
                new DefaultGenerationContext(new ClassNameGenerator(ClassName.get(test)), files);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            new MigratedDatabaseContextCustomizer(request)
                    .customizeContext(context, new MergedContextConfiguration(test, null, null, null, null));

            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        }
        generation.writeGeneratedContent();

        assertThat(files.getGeneratedFiles(Kind.SOURCE).keySet())
                .isNotEmpty()
                .noneMatch(name -> name.contains("dev/instar/test/Lease") || name.contains("JdbcConnection"));
    }
}

package dev.instar.boot.autoconfigure;

import dev.instar.InstarSettings;
import dev.instar.script.JavaRevision;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;

/** What the application tells about itself without being asked for {@code instar.*}. */
record ApplicationFacts(
        String name, @Nullable String version, List<String> activeProfiles, List<JavaRevision> javaRevisions) {

    static ApplicationFacts of(
            Environment environment,
            ObjectProvider<BuildProperties> build,
            ObjectProvider<JavaRevision> javaRevisions) {
        return new ApplicationFacts(
                environment.getProperty("spring.application.name", InstarSettings.DEFAULT.applicationName()),
                build.stream().map(BuildProperties::getVersion).findFirst().orElse(null),
                List.of(environment.getActiveProfiles()),
                javaRevisions.orderedStream().toList());
    }
}

package dev.instar.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.RevisionFolder;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

class InstarInfoContributorTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void saysWhatTheBuildExpectsAndWhatTheDatabaseHas() {
        runner(database.url())
                .withPropertyValues("instar.target=001")
                .run(context -> assertThat(info(context))
                        .isEqualTo(Map.of(
                                "dataSource",
                                Map.of(
                                        "state",
                                        "UP_TO_DATE",
                                        "current",
                                        List.of("001"),
                                        "expected",
                                        List.of("001"),
                                        "pending",
                                        0))));
    }

    @Test
    void saysWhatItExpectsWhenThereIsNoDatabaseAndNothingElse() {
        runner("jdbc:postgresql://localhost:1/none")
                .withPropertyValues("instar.mode=off")
                .run(context -> assertThat(info(context))
                        .isEqualTo(Map.of("dataSource", Map.of("state", "UNREACHABLE", "expected", List.of("002")))));
    }

    @Test
    void saysWhereTheTargetLeadsWhenThereIsNoDatabase() {
        runner("jdbc:postgresql://localhost:1/none")
                .withPropertyValues("instar.mode=off", "instar.target=001")
                .run(context -> assertThat(info(context))
                        .isEqualTo(Map.of("dataSource", Map.of("state", "UNREACHABLE", "expected", List.of("001")))));
    }

    @Test
    void canBeSwitchedOff() {
        runner(database.url())
                .withPropertyValues("management.info.instar.enabled=false", "instar.mode=off")
                .run(context -> assertThat(context).doesNotHaveBean(InfoContributor.class));
    }

    private ApplicationContextRunner runner(String url) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(InstarAutoConfiguration.class, InstarInfoAutoConfiguration.class))
                .withPropertyValues(
                        "instar.url=" + url,
                        "instar.user=postgres",
                        "instar.password=postgres",
                        "instar.snapshot.timeout=1m",
                        "instar.locations="
                                + RevisionFolder.withTwoRevisions(folder).location());
    }

    private static Object info(ApplicationContext context) {
        Info.Builder builder = new Info.Builder();
        context.getBean(InfoContributor.class).contribute(builder);
        return builder.build().get("instar");
    }
}

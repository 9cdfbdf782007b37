package dev.instar.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What an application that is built ahead of time is told about its commands. */
class NativeImageTests {

    private static final String FACTORIES = "org.springframework.aot.hint.support.SpringFactoriesLoaderRuntimeHints";

    @Test
    void anApplicationNoticesThatItIsStartedForACommand() {
        assertThat(registeredBy(FACTORIES))
                .matches(reflection().onType(CommandRunListener.class))
                .matches(reflection().onType(CommandAutoConfigurationFilter.class));
    }

    @Test
    void commandsCanBeFilledFromTheCommandLine() {
        RuntimeHints hints = registeredBy("dev.instar.");
        for (String command : List.of("Upgrade", "Stamp", "Revision", "Status")) {
            TypeReference type = TypeReference.of("dev.instar.boot.command.%sCommand".formatted(command));
            assertThat(hints).as(command).matches(reflection().onType(type));
        }
        assertThat(hints)
                .matches(reflection().onType(Subcommand.class))
                .matches(reflection().onType(TypeReference.of("dev.instar.boot.command.Subcommand$Common")))
                .matches(reflection().onType(NewRevisionOptions.class));
    }

    private static RuntimeHints registeredBy(String name) {
        RuntimeHints hints = new RuntimeHints();
        SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
                .load(RuntimeHintsRegistrar.class)
                .stream()
                .filter(registrar -> registrar.getClass().getName().startsWith(name))
                .forEach(registrar -> registrar.registerHints(hints, NativeImageTests.class.getClassLoader()));
        return hints;
    }
}

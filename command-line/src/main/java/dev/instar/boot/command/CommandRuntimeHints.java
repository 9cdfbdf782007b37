package dev.instar.boot.command;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import picocli.CommandLine;

/** Lets the options of the commands be found and set in a native image. */
final class CommandRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        register(hints.reflection(), RootCommand.lineFor(List.of()));
    }

    private static void register(ReflectionHints hints, CommandLine line) {
        CommandLine.Model.CommandSpec spec = line.getCommandSpec();
        withMixins(spec)
                .map(CommandLine.Model.CommandSpec::userObject)
                .forEach(command -> registerWithParents(hints, command.getClass()));
        line.getSubcommands().values().forEach(subcommand -> register(hints, subcommand));
    }

    private static Stream<CommandLine.Model.CommandSpec> withMixins(CommandLine.Model.CommandSpec spec) {
        return Stream.concat(Stream.of(spec), spec.mixins().values().stream().flatMap(CommandRuntimeHints::withMixins));
    }

    private static void registerWithParents(ReflectionHints hints, Class<?> type) {
        if (type != Object.class) {
            hints.registerType(
                    type,
                    MemberCategory.ACCESS_DECLARED_FIELDS,
                    MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                    MemberCategory.INVOKE_DECLARED_METHODS);
            registerWithParents(hints, type.getSuperclass());
        }
    }
}

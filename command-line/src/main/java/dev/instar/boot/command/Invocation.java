package dev.instar.boot.command;

import dev.instar.revision.InstarException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.context.ConfigurableApplicationContext;

/** One call of a command, read but not yet obeyed, unless reading it has answered it. */
final class Invocation {

    private static final InstarException NOT_WRITTEN = new InstarException(
            "What the command has to say could not be written to the standard output.",
            "Make room where that leads, and call it again.");

    private final @Nullable Subcommand command;
    private final ExitCode answer;
    private final Terminal terminal;

    private Invocation(@Nullable Subcommand command, ExitCode answer, Terminal terminal) {
        this.command = command;
        this.answer = answer;
        this.terminal = terminal;
    }

    static Invocation of(Subcommand command, Terminal terminal) {
        return new Invocation(command, ExitCode.DONE, terminal);
    }

    /** There is nothing to run: help was printed, or what is wrong. */
    static Invocation answered(ExitCode code, Terminal terminal) {
        return new Invocation(null, code, terminal);
    }

    boolean isAnswered() {
        return command == null;
    }

    ExitCode exitCode() {
        return answer;
    }

    boolean isVerbose() {
        return command != null && command.common.verbose;
    }

    boolean needsEntities() {
        return command != null && command.needsEntities();
    }

    ProgressListener progress() {
        return new ProgressListener(terminal);
    }

    /** Obeys; {@code null} when that takes a bean that was left out, and nothing was done yet. */
    @Nullable
    ExitCode run(ConfigurableApplicationContext context) {
        if (command == null) {
            return answer;
        }
        boolean mayBeRepeated = CommandAutoConfigurationFilter.leavesOut(context.getEnvironment());
        try {
            Workplace place = Workplace.of(context, command.common.database, terminal);
            mayBeRepeated &= command.needsEntities();
            ExitCode code = command.run(place);
            return terminal.hasWrittenAllThatIsWanted() ? code : failed(NOT_WRITTEN);
        } catch (RuntimeException failure) {
            if (mayBeRepeated && cause(failure, NoSuchBeanDefinitionException.class) != null) {
                return null;
            }
            InstarException reason = cause(failure, InstarException.class);
            if (reason == null) {
                throw failure;
            }
            return failed(reason);
        } finally {
            terminal.flush();
        }
    }

    private ExitCode failed(InstarException failure) {
        terminal.complain(failure.description(), failure.action());
        return ExitCode.of(failure);
    }

    /** The failure itself or the first of its causes that is one of these. */
    static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}

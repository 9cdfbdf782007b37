package dev.instar.boot.command;

import dev.instar.revision.InstarException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** One call of a command, read but not yet obeyed, unless reading it has answered it. */
final class Invocation {

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

    ExitCode run(ConfigurableApplicationContext context) {
        if (command == null) {
            return answer;
        }
        try {
            return command.run(Workplace.of(context, command.common.database, terminal));
        } catch (InstarException failure) {
            return failed(failure);
        } catch (RuntimeException failure) {
            InstarException reason = reason(failure);
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

    private static @Nullable InstarException reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InstarException reason) {
                return reason;
            }
        }
        return null;
    }
}

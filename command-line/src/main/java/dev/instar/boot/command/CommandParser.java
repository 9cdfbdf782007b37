package dev.instar.boot.command;

import dev.instar.revision.InstarException;
import dev.instar.revision.Listing;
import dev.instar.revision.Suggestion;
import dev.instar.revision.expression.Target;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the words of a command, and answers at once where nothing has to be started for it. */
final class CommandParser {

    private final Terminal terminal;
    private final PrintStream messages;
    private final Ansi ansi;
    private final PrintStream results;

    CommandParser(PrintStream results, PrintStream messages) {
        this.results = results;
        this.messages = messages;
        this.terminal = new Terminal(results, messages, Interactive.isTerminal());
        this.ansi = terminal.style().coloured() ? Ansi.ON : Ansi.OFF;
    }

    Invocation parse(Arguments arguments) {
        CommandLine line = RootCommand.lineFor(arguments.words());
        line.registerConverter(Target.class, word -> Target.parse(restored(word)));
        line.registerConverter(String.class, CommandParser::restored);
        line.registerConverter(int.class, CommandParser::number);
        line.registerConverter(Path.class, CommandParser::path);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false);
        line.setUsageHelpAutoWidth(false).setUsageHelpWidth(120);
        try {
            ParseResult parsed = line.parseArgs(arguments.words().toArray(String[]::new));
            ParseResult last = last(parsed);
            CommandLine asked = last.commandSpec().commandLine();
            if (last.isUsageHelpRequested() || !last.hasSubcommand() && parsed == last) {
                PrintStream help = last.isUsageHelpRequested() ? results : messages;
                asked.usage(new PrintWriter(help, true), ansi);
                return Invocation.answered(
                        last.isUsageHelpRequested() ? ExitCode.DONE : ExitCode.WRONG_USAGE, terminal);
            }
            refuseEmpty(last);
            return Invocation.of((Subcommand) last.commandSpec().userObject(), terminal);
        } catch (ParameterException wrong) {
            complain(wrong);
            return Invocation.answered(ExitCode.WRONG_USAGE, terminal);
        }
    }

    /** As a variable of the shell that is not set makes it; it would mean a folder, or nothing at all. */
    private static void refuseEmpty(ParseResult parsed) {
        for (OptionSpec option : parsed.matchedOptions()) {
            boolean takesValue = option.arity().max() > 0;
            if (takesValue && option.originalStringValues().stream().anyMatch(String::isBlank)) {
                throw new ParameterException(
                        parsed.commandSpec().commandLine(), "'%s' is empty".formatted(option.longestName()));
            }
        }
    }

    private static Path path(String word) {
        try {
            return Path.of(restored(word));
        } catch (InvalidPathException impossible) {
            throw new TypeConversionException("nothing can be named '%s' here".formatted(word));
        }
    }

    /** The word as it was typed. */
    private static String restored(String word) {
        return word.replaceFirst("^" + Arguments.MINUS + "(?=\\d)", "-");
    }

    private static int number(String word) {
        try {
            return Integer.parseInt(restored(word));
        } catch (NumberFormatException none) {
            throw new TypeConversionException("'%s' is not a number".formatted(restored(word)));
        }
    }

    private static ParseResult last(ParseResult result) {
        return result.hasSubcommand() ? last(result.subcommand()) : result;
    }

    private void complain(ParameterException wrong) {
        InstarException reason = Invocation.cause(wrong, InstarException.class);
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        String help = "'%s --help' shows how it is used.".formatted(command);
        if (reason != null) {
            terminal.complain(reason.description(), reason.action());
        } else if (wrong instanceof UnmatchedArgumentException unknown) {
            List<String> words =
                    unknown.getUnmatched().stream().map(CommandParser::restored).toList();
            terminal.complain(
                    "'%s' does not know %s.".formatted(command, Listing.of(words)),
                    Suggestion.didYouMean(unknown.getUnmatched().get(0), known(wrong.getCommandLine()), help));
        } else {
            terminal.complain(sentence(wrong), help);
        }
    }

    private static List<String> known(CommandLine command) {
        List<String> known = new ArrayList<>(command.getSubcommands().keySet());
        known.addAll(command.getCommandSpec().optionsMap().keySet());
        return known;
    }

    private static String sentence(ParameterException wrong) {
        String text = String.valueOf(wrong.getMessage()).replace(Arguments.MINUS, '-');
        return text.endsWith(".") ? text : text + ".";
    }
}

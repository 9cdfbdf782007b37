package dev.instar.boot.command;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.boot.json.JsonWriter;

/** Where a command writes: results to one stream, everything else to the other. */
final class Terminal {

    private final PrintStream results;
    private final PrintStream messages;
    private final Style style;
    private final boolean interactive;

    Terminal(PrintStream results, PrintStream messages, boolean interactive) {
        // Messages and SQL are UTF-8, whatever the platform would make of them.
        this.results = new PrintStream(results, false, StandardCharsets.UTF_8);
        this.messages = messages;
        this.interactive = interactive;
        this.style = new Style(interactive && System.getenv("NO_COLOR") == null);
    }

    Style style() {
        return style;
    }

    boolean isInteractive() {
        return interactive;
    }

    void print(String line) {
        results.print(line);
        results.print('\n');
    }

    void json(Object value) {
        print(JsonWriter.standard().writeToString(value));
    }

    /** Says something that is no result. */
    void say(String line) {
        messages.println(line);
    }

    /** Asks a question that is answered with yes or no; no answer is no. */
    boolean confirm(String question) {
        messages.print(question + " [y/N] ");
        messages.flush();
        Console console = System.console();
        String answer = console == null ? null : console.readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    /** Draws over the last thing drawn. A narrow terminal cuts it: a second line could not be drawn over. */
    void draw(String line) {
        messages.print("\r\u001B[K\u001B[?7l" + line + "\u001B[?7h");
        messages.flush();
    }

    void complain(String what, String remedy) {
        flush();
        messages.println(style.red("instar: ") + what.strip());
        messages.println(remedy);
    }

    /** A stream that prints keeps to itself that the disk is full, or that a reader such as {@code head} has seen enough. */
    boolean hasWrittenAllThatIsWanted() {
        return !results.checkError() || isReaderGone();
    }

    @SuppressWarnings("resource") // It is the process's own.
    private static boolean isReaderGone() {
        try {
            new FileOutputStream(FileDescriptor.out).write('\n');
            return false;
        } catch (IOException refused) {
            return "Broken pipe".equals(refused.getMessage());
        }
    }

    void flush() {
        results.flush();
        messages.flush();
    }
}

package dev.instar.boot.command;

import java.io.Console;

/** Finds out whether somebody looks at what a command prints. */
final class Interactive {

    private Interactive() {}

    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since Java 22 there is always a console, and this method that says whether it is one.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }
}

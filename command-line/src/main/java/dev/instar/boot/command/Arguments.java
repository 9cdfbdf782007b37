package dev.instar.boot.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of an application that is started for a command: {@code instar}, the words of the command, and Spring
 * properties anywhere among them, which are recognised by the dot in their name.
 *
 * @param words what stands behind {@code instar}
 */
record Arguments(List<String> words, Map<String, Object> properties) {

    static final String COMMAND = "instar";
    private static final Set<String> FLAGS = Set.of("--debug", "--trace");
    private static final Pattern PROPERTY =
            Pattern.compile("--(?<name>[^=]*\\.[^=]*)(?:=(?<value>.*))?", Pattern.DOTALL);
    private static final Pattern STEPS_DOWN = Pattern.compile("-\\d+");

    /** Stands for the minus of {@code -1}, which is a target and no option. */
    static final char MINUS = '\u2212';

    /** The arguments of a command, or {@code null} when the application is started to serve. */
    static @Nullable Arguments of(String... arguments) {
        List<String> words = new ArrayList<>();
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String argument : arguments) {
            var property = PROPERTY.matcher(argument);
            if (property.matches()) {
                String value = property.group("value");
                properties.put(property.group("name"), value == null ? "" : value);
            } else if (FLAGS.contains(argument)) {
                properties.put(argument.substring(2), "true");
            } else if (words.isEmpty() && !argument.equals(COMMAND)) {
                return null;
            } else {
                words.add(STEPS_DOWN.matcher(argument).matches() ? MINUS + argument.substring(1) : argument);
            }
        }
        return words.isEmpty() ? null : new Arguments(List.copyOf(words.subList(1, words.size())), properties);
    }
}

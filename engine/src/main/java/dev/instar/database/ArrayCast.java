package dev.instar.database;

import dev.instar.sql.Brackets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One form for what the server writes in two. It shows {@code a IN ('x', 'y')} as a cast of an array when it first
 * hears of it, and as an array of casts when it hears its own text; both mean the same.
 */
final class ArrayCast {

    private static final Pattern TYPE = Pattern.compile(
            "\\]\\)::(?<type>(?:[\\w.]|\"(?:[^\"]|\"\")+\"|(?<=\\w) (?=\\w))+(?:\\(\\d+(?:,\\d+)?\\))?)\\[\\]");
    private static final String ARRAY = "(ARRAY[";

    private ArrayCast() {}

    /** The text with every cast of an array pushed down to its elements. */
    static String pushDown(String text) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        int array = text.indexOf(ARRAY);
        while (array >= 0) {
            List<String> elements = elements(text, array + ARRAY.length());
            int end = array + ARRAY.length() + String.join(",", elements).length();
            Matcher cast = TYPE.matcher(text).region(end, text.length());
            if (!elements.isEmpty() && cast.lookingAt()) {
                String type = cast.group("type");
                result.append(text, from, array)
                        .append("ARRAY[")
                        .append(elements.stream()
                                .map(element -> "(" + pushDown(element.strip()) + ")::" + type)
                                .collect(Collectors.joining(", ")))
                        .append(']');
                from = cast.end();
            }
            array = text.indexOf(ARRAY, Math.max(from, array + 1));
        }
        return result.append(text, from, text.length()).toString();
    }

    /** What stands between commas up to the bracket that closes the array. */
    private static List<String> elements(String text, int start) {
        List<String> elements = new ArrayList<>();
        int from = start;
        int end;
        do {
            end = Brackets.endOfElement(text, from);
            if (end == text.length()) {
                return List.of();
            }
            elements.add(text.substring(from, end));
            from = end + 1;
        } while (text.charAt(end) == ',');
        return elements;
    }
}

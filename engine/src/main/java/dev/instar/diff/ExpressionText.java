package dev.instar.diff;

import dev.instar.schema.Identifier;
import dev.instar.schema.QualifiedName;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds and replaces names in texts that the server wrote. */
final class ExpressionText {

    private static final Pattern NAME = Pattern.compile(
            "'[^']*+(?:''[^']*+)*+'|\"(?<quoted>(?:[^\"]|\"\")+)\"|(?<plain>[\\p{L}_][\\p{L}\\p{N}_$]*)");

    private ExpressionText() {}

    /** Every word that can be a name. */
    static Stream<String> words(String expression) {
        return NAME.matcher(expression)
                .results()
                .map(MatchResult::group)
                .filter(word -> !word.startsWith("'"))
                .map(ExpressionText::unquoted)
                .distinct();
    }

    private static String unquoted(String word) {
        return word.startsWith("\"") ? word.substring(1, word.length() - 1).replace("\"\"", "\"") : word;
    }

    /** The expression after a column of the table it belongs to was renamed. */
    static String renameColumn(String expression, String from, String to) {
        return NAME.matcher(expression).replaceAll(match -> {
            boolean renamed = unquoted(match.group()).equals(from)
                    && !match.group().startsWith("'")
                    && isColumn(expression, match.start(), match.end());
            return Matcher.quoteReplacement(renamed ? Identifier.quote(to) : match.group());
        });
    }

    /** In an expression about one table, names with a qualifier, a cast in front or arguments behind are no columns. */
    private static boolean isColumn(String text, int start, int end) {
        char ahead = start == 0 ? ' ' : text.charAt(start - 1);
        boolean rowOfTrigger = text.regionMatches(true, Math.max(start - 4, 0), "new.", 0, 4)
                || text.regionMatches(true, Math.max(start - 4, 0), "old.", 0, 4);
        boolean call = end < text.length() && text.charAt(end) == '(';
        return !call && (rowOfTrigger || ahead != '.' && ahead != ':');
    }

    /** The text after an object was renamed. */
    static String renameObject(String text, QualifiedName from, QualifiedName to) {
        String name = Pattern.quote(from.sql());
        return text.replaceAll("(?<![\\w\".$])" + name + "(?![\\w\"$])", Matcher.quoteReplacement(to.sql()));
    }
}

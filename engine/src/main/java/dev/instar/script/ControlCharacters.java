package dev.instar.script;

import dev.instar.revision.Origin;
import dev.instar.revision.Problems;
import dev.instar.sql.Directive;

/** Characters that nobody sees and that make a terminal do things. A tab is none of them. */
final class ControlCharacters {

    private ControlCharacters() {}

    static boolean in(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isOne(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(int character) {
        return Character.isISOControl(character) && character != '\t';
    }

    /** Refuses them in a directive, and gives one that other problems can quote. */
    static Directive refuse(Directive directive, String file, Problems problems) {
        if (!in(directive.name()) && !in(directive.argument())) {
            return directive;
        }
        Directive clean = new Directive(without(directive.name()), without(directive.argument()), directive.position());
        problems.add(
                "'-- @%s' contains a control character".formatted(clean.name()),
                new Origin(file, directive.position().line()),
                "Take it out; it would be shown wherever the text is.");
        return clean;
    }

    private static String without(String text) {
        return text.codePoints()
                .filter(character -> !isOne(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

package dev.instar.revision.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads targets and ranges, by descent:
 *
 * <pre>
 * range  := [target {"," target}] ":" [target]
 * target := [branch "@"] (symbol [steps] | steps)
 * steps  := ("+" | "-") digits
 * </pre>
 */
final class TargetParser {

    private final String text;
    private final List<Token> tokens;
    private int next;

    TargetParser(String text) {
        this.text = text.strip();
        this.tokens = Tokenizer.tokensOf(this.text);
    }

    Target target() {
        if (has(Token.Kind.COLON)) {
            throw wrong(
                    "'%s' is a range, and one target is wanted here.",
                    "Say only where to go; ranges belong to 'history' and '--sql'.");
        }
        if (has(Token.Kind.COMMA)) {
            throw wrong(
                    "'%s' is a list, and one target is wanted here.",
                    "Only a range may start from a list, as in 'a,b:heads'.");
        }
        Target target = nextTarget();
        expectEnd();
        return target;
    }

    TargetRange range() {
        if (text.isEmpty()) {
            throw wrong("The range is empty.", "Write 'from:to', for example 'base:heads'.");
        }
        if (!has(Token.Kind.COLON)) {
            throw wrong(
                    "'%s' is not a range.", "Write 'from:to'; either side may be left out, as in 'base:' or ':heads'.");
        }
        if (tokens.stream().filter(token -> token.is(Token.Kind.COLON)).count() > 1) {
            throw wrong("'%s' has more than one ':'.", "Write 'from:to'.");
        }
        List<Target> from = new ArrayList<>();
        if (!peek().is(Token.Kind.COLON)) {
            from.add(nextTarget());
            while (peek().is(Token.Kind.COMMA)) {
                take();
                from.add(nextTarget());
            }
        }
        expect(Token.Kind.COLON);
        Target to = peek().is(Token.Kind.END) ? null : nextTarget();
        expectEnd();
        return new TargetRange(from, to);
    }

    TargetRange rangeOrTarget() {
        return has(Token.Kind.COLON) ? range() : new TargetRange(List.of(), target());
    }

    private Target nextTarget() {
        String branch = branch();
        Symbol symbol = peek().is(Token.Kind.NAME) ? Symbol.of(take().text()) : null;
        if (peek().isSign()) {
            return steps(branch, symbol);
        }
        if (symbol == null) {
            throw nothingNamed(branch);
        }
        return new Target.Absolute(branch, symbol);
    }

    private @Nullable String branch() {
        if (peek().is(Token.Kind.AT)) {
            throw wrong(
                    "The branch before the '@' is missing in '%s'.",
                    "Name a label or a revision of the branch, as in 'accounts@head'.");
        }
        if (!peek().is(Token.Kind.NAME) || !tokens.get(next + 1).is(Token.Kind.AT)) {
            return null;
        }
        Symbol branch = Symbol.of(take().text());
        if (branch.kind() != Symbol.Kind.NAME) {
            throw wrong(
                    "'%%s' uses the word '%s' as a branch.".formatted(branch),
                    "The branch comes first, as in 'accounts@%s'.".formatted(branch));
        }
        take();
        return branch.text();
    }

    private Target steps(@Nullable String branch, @Nullable Symbol start) {
        Token sign = take();
        Token number = take();
        if (number.is(Token.Kind.END)) {
            throw wrong(
                    "The number after '%s' is missing in '%%s'.".formatted(sign.text()),
                    "Say how many steps, as in '%s1'.".formatted(sign.text()));
        }
        if (!number.isNumber()) {
            throw wrong(
                    "'%%s' has '%s' where a number of steps is wanted after '%s'."
                            .formatted(number.text(), sign.text()),
                    "Say how many steps, as in '%s1'; names consist of letters, digits, '_' and '.'."
                            .formatted(sign.text()));
        }
        int distance = distance(number);
        return new Target.Relative(
                branch, start, sign.is(Token.Kind.MINUS) ? -distance : distance, sign.text() + number.text());
    }

    /** More steps than fit into the number are too many for any graph, which the walk will say. */
    private static int distance(Token number) {
        try {
            return Integer.parseInt(number.text());
        } catch (NumberFormatException tooLong) {
            return Integer.MAX_VALUE;
        }
    }

    private InvalidTargetException nothingNamed(@Nullable String branch) {
        String wanted = "Name a revision, a label, 'head', 'heads', 'base' or steps such as '+1'.";
        if (text.isEmpty()) {
            return wrong("The target is empty.", wanted);
        }
        if (branch != null) {
            return wrong("Nothing follows the '@' in '%s'.", wanted);
        }
        return outOfPlace(peek());
    }

    private void expect(Token.Kind kind) {
        Token token = take();
        if (!token.is(kind)) {
            throw outOfPlace(token);
        }
    }

    private void expectEnd() {
        if (peek().is(Token.Kind.AT)) {
            throw wrong("'%s' has more than one '@'.", "Name one branch, as in 'accounts@head'.");
        }
        expect(Token.Kind.END);
    }

    private InvalidTargetException outOfPlace(Token token) {
        return wrong(
                "'%%s' has '%s' out of place at character %d.".formatted(token.text(), token.column()),
                "A target is [branch@]revision[+steps], for example 'accounts@head' or '7c1f-1'.");
    }

    private InvalidTargetException wrong(String description, String action) {
        return new InvalidTargetException(description.formatted(text), action);
    }

    private boolean has(Token.Kind kind) {
        for (Token token : tokens) {
            if (token.is(kind)) {
                return true;
            }
        }
        return false;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = peek();
        if (!token.is(Token.Kind.END)) {
            next++;
        }
        return token;
    }
}

package dev.instar.revision.expression;

/** A word of a target: one of four with a meaning of their own, or the name of a revision. */
public record Symbol(Kind kind, String text) {

    public enum Kind {
        HEAD,
        HEADS,
        BASE,
        CURRENT,
        NAME
    }

    /** What the word means as written; {@code HEAD} in capitals is a name, and one that nothing can have. */
    public static Symbol of(String word) {
        Kind kind = switch (word) {
            case "head" -> Kind.HEAD;
            case "heads" -> Kind.HEADS;
            case "base" -> Kind.BASE;
            case "current" -> Kind.CURRENT;
            default -> Kind.NAME;
        };
        return new Symbol(kind, word);
    }

    @Override
    public String toString() {
        return text;
    }
}

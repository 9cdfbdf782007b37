package dev.instar.sql;

/** Finds where operators end. */
final class OperatorScanner {

    /** With one of these in it an operator may end in {@code +} or {@code -}. */
    private static final String NOT_IN_SQL = "~!@#^&|`?%";

    private final TextWindow text;

    OperatorScanner(TextWindow text) {
        this.text = text;
    }

    int behindOperator(int start) {
        int index = start + 1;
        while (CharacterClass.of(text.at(index)) == CharacterClass.OPERATOR && !beginsComment(index)) {
            index++;
        }
        return endsInSign(start, index) && !mayEndInSign(start, index) ? withoutSigns(start, index) : index;
    }

    private boolean beginsComment(int index) {
        int first = text.at(index);
        int second = text.at(index + 1);
        return (first == '-' && second == '-') || (first == '/' && second == '*');
    }

    private boolean endsInSign(int start, int behind) {
        int last = text.at(behind - 1);
        return behind - start > 1 && (last == '+' || last == '-');
    }

    private boolean mayEndInSign(int start, int behind) {
        for (int i = start; i < behind - 1; i++) {
            if (NOT_IN_SQL.indexOf(text.at(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private int withoutSigns(int start, int behind) {
        int index = behind;
        while (endsInSign(start, index)) {
            index--;
        }
        return index;
    }
}

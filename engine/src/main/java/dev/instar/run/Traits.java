package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.script.ScriptStatement;
import dev.instar.sql.ClauseReader;
import dev.instar.sql.ObjectName;
import dev.instar.sql.StatementKind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a statement shows of how it can be carried out, and of what it leaves behind in its session. */
final class Traits {

    /**
     * The driver reads statements by the rules that hold before the first of them is carried out, and keeps all rows
     * that one of several returns.
     */
    private static final Pattern NEEDS_AN_ANSWER =
            Pattern.compile("standard_conforming_strings|\\breturning\\b", Pattern.CASE_INSENSITIVE);

    /**
     * Rows that are gone when the transaction ends, and queries that are carried out at once: a function in them may
     * change rows. That of a view is not.
     */
    private static final Pattern NEEDS_ITS_TRANSACTION = Pattern.compile(
            "\\A(?!create\\s+(or\\s+replace\\s+)?(temp(orary)?\\s+)?(recursive\\s+)?view\\b).*?"
                    + "\\b(on\\s+commit|refresh|as\\s*\\(?\\s*(select|with|values|table|execute))\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final ScriptStatement statement;
    private final String lower;

    Traits(ScriptStatement statement) {
        this.statement = statement;
        this.lower = statement.text().toLowerCase(Locale.ROOT);
    }

    /** Whether it runs by itself, outside a transaction. */
    static boolean runsAlone(ScriptStatement statement, Database database) {
        return statement.options().noTransaction() || !database.runsInTransaction(statement.kind());
    }

    /** Whether it makes no difference that it is sent before those above it are carried out. */
    boolean canBeSentTogether() {
        return (statement.kind() == StatementKind.DEFINITION || statement.kind() == StatementKind.DATA)
                && statement.options().timeout() == null
                && !(mayNeedAnAnswer()
                        && NEEDS_AN_ANSWER.matcher(statement.text()).find());
    }

    /** Hardly a statement has the words, and to look for them costs far less than to try the pattern. */
    private boolean mayNeedAnAnswer() {
        return lower.contains("returning") || lower.contains("standard_conforming_strings");
    }

    /** Whether it makes no difference where its transaction begins and ends. */
    boolean canShareTransaction() {
        return statement.kind() == StatementKind.DEFINITION
                && !(mayNeedItsTransaction()
                        && NEEDS_ITS_TRANSACTION.matcher(statement.text()).find());
    }

    /** The same for the other pattern: {@code AS} is in every identity column, but no query follows there. */
    private boolean mayNeedItsTransaction() {
        if (lower.contains("commit") || lower.contains("refresh")) {
            return true;
        }
        for (int as = lower.indexOf("as"); as >= 0; as = lower.indexOf("as", as + 2)) {
            int next = as + 2;
            while (next < lower.length() && (lower.charAt(next) <= ' ' || lower.charAt(next) == '(')) {
                next++;
            }
            if (next < lower.length() && next > as + 2 && "swvte".indexOf(lower.charAt(next)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether it sets something that holds for those behind it. */
    boolean isSetting() {
        return statement.kind() == StatementKind.SETTING
                || statement.kind() == StatementKind.QUERY && lower.contains("set_config");
    }

    /** The name of what it creates for its session alone, if it does. */
    Optional<String> temporaryName() {
        ClauseReader reader = new ClauseReader(statement.text());
        if (reader.skip("create")) {
            reader.skip("or", "replace");
        } else {
            while (statement.kind() == StatementKind.QUERY && !reader.atEnd() && !reader.skip("into")) {
                reader.pass();
            }
        }
        boolean temporary = isTemporary(reader);
        reader.skip("recursive");
        if (!reader.skip("table") && !reader.skip("view")) {
            reader.skip("sequence");
        }
        reader.skip("if", "not", "exists");
        ObjectName name = reader.name();
        return name != null && (temporary || new ClauseReader(name.text()).isAt("pg_temp"))
                ? Optional.of(name.kept())
                : Optional.empty();
    }

    private static boolean isTemporary(ClauseReader reader) {
        if (!reader.skip("local")) {
            reader.skip("global");
        }
        return reader.skip("temp") || reader.skip("temporary");
    }
}

package dev.instar.sql;

import java.io.StringReader;

/** A digest over the tokens of several statements: comments and white space between them do not count. */
public final class StatementDigest {

    private final TokenDigest digest = new TokenDigest();

    /** Adds a statement; one that only the settings of its session make readable counts as it is written. */
    public void add(String statement) {
        try (SqlReader reader = new SqlReader(new StringReader(statement))) {
            reader.digestInto(digest);
            while (reader.next() != null) {
                // Reading is what feeds the digest.
            }
        } catch (SqlSyntaxException readOtherwise) {
            digest.data(statement.toCharArray(), 0, statement.length());
            digest.endOfStatement();
        }
    }

    /** The digest of what was added so far: 64 hexadecimal digits. */
    public String hex() {
        return digest.hex();
    }
}

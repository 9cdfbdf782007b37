package dev.instar.benchmarks.pure;

import dev.instar.benchmarks.revisions.Change;
import dev.instar.benchmarks.revisions.Changes;
import dev.instar.sql.SqlReader;
import dev.instar.sql.TokenDigest;
import java.io.StringReader;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reads a thousand small revisions, some 500 kB of SQL. */
@State(Scope.Benchmark)
public class Script {

    private static final int REVISIONS = 1_000;

    private final String sql =
            Changes.tables(REVISIONS).stream().map(Change::upgrade).collect(Collectors.joining());

    /** Cuts the text into statements. */
    @Benchmark
    public int statements() {
        return read(new SqlReader(new StringReader(sql)));
    }

    /** Cuts it and computes the checksum on the way, as every start does. */
    @Benchmark
    public String checksum() {
        TokenDigest digest = new TokenDigest();
        SqlReader reader = new SqlReader(new StringReader(sql));
        reader.digestInto(digest);
        return digest.hex() + read(reader);
    }

    private static int read(SqlReader reader) {
        int items = 0;
        while (reader.next() != null) {
            items++;
        }
        return items;
    }
}

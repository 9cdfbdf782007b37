package dev.instar.adopt;

import dev.instar.autogenerate.SourceScript;
import java.util.Arrays;
import java.util.stream.Stream;

/** Reads names of schemas that stand in a row. */
final class SearchPath {

    private SearchPath() {}

    /** The schemas of {@code a, "B", c}, without quotes. */
    static Stream<String> schemas(String row) {
        return Arrays.stream(row.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(SourceScript::stored);
    }
}

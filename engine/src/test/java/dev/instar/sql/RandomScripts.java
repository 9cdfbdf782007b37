package dev.instar.sql;

import java.util.List;
import java.util.Random;

/** Makes scripts of tokens that are easy to get wrong, in an order that makes no sense. */
final class RandomScripts {

    /** White space stands behind numbers, since releases differ in what may touch them, and behind variables of psql. */
    private static final List<String> TOKENS = List.of(
            "SELECT",
            "x",
            "1 ",
            "1.5e-3 ",
            "1..2 ",
            ".5 ",
            "0x1F ",
            "größe",
            "a$b",
            "$1 ",
            "$$",
            "$a$",
            "$a",
            "$_1$",
            "$",
            "€",
            "'a;b'",
            "'it''s'",
            "''",
            "'",
            "\"a;\"\"b\"",
            "\"",
            "\"\"",
            "U&'\\00e4;'",
            "U&\"x;\"",
            "U&",
            "B'01;'",
            "x'1F;'",
            "N'n;'",
            "n",
            "e",
            "E'a;'",
            "$$;$$",
            "$a$;$$;$a$",
            "$$ ' $$",
            "$q$ /* $q$",
            "/* ; */",
            "/*",
            "*/",
            "/* /* ; */ */",
            "/**/",
            "/*/",
            "**/",
            "-- ; '\n",
            "--\n",
            "--x",
            "-- /*\n",
            "- -",
            "-",
            "+",
            "+-",
            "-+",
            "*",
            "/",
            "||",
            "<-",
            "@-",
            "~",
            "=>",
            "::",
            ": ",
            ":=",
            ".x",
            ",",
            "[",
            "]",
            "{",
            "}",
            "(",
            ")",
            "(",
            ")",
            ";",
            ";",
            ";",
            ";",
            "(;)",
            "ATOMIC",
            "BEGIN ATOMIC ",
            "CASE",
            "END",
            "CREATE",
            "FUNCTION",
            "OR REPLACE",
            "\nSET standard_conforming_strings = on;\n",
            "COPY",
            "\n",
            "\n\n",
            "\t",
            "\r\n",
            "\n;\nCOPY c FROM stdin;\n1\t;'\n\\N\n\\.\n",
            ":name ",
            "😀",
            "\f");

    private static final List<String> WITH_BACKSLASHES = List.of(
            "E'\\''", "E'\\\\'", "e'\\\\\\';'", "E';\\';'", "'", ";", "/* \\' */", "$$\\'$$", "\"\\'\"", "-- \\'\n");
    private static final List<String> GAPS = List.of("", "", " ", " ", "\n", "\t", "\r\n", "/**/", "--\n", " -- x;'\n");

    private final Random random;

    RandomScripts(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        StringBuilder script = new StringBuilder();
        int length = 1 + random.nextInt(40);
        boolean backslashes = random.nextInt(3) == 0;
        for (int i = 0; i < length; i++) {
            boolean special = backslashes && random.nextInt(4) == 0;
            script.append(any(special ? WITH_BACKSLASHES : TOKENS)).append(any(GAPS));
        }
        return script.toString();
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

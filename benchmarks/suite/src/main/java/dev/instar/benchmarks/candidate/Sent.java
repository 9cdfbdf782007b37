package dev.instar.benchmarks.candidate;

import java.util.List;

/** A revision that is to be sent. */
record Sent(String id, List<String> statements, String downgrade) {

    /** A table and an index on it. */
    static Sent table(int number) {
        return new Sent(
                "%05d".formatted(number),
                List.of(
                        """
                        CREATE TABLE item_%05d (
                            id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                            name        varchar(120) NOT NULL,
                            status      varchar(20) NOT NULL DEFAULT 'new',
                            amount      numeric(12, 2),
                            created_at  timestamp with time zone NOT NULL DEFAULT now()
                        )""".formatted(number),
                        "CREATE INDEX item_%1$05d_name_idx ON item_%1$05d (name)".formatted(number)),
                "DROP TABLE item_%05d;".formatted(number));
    }

    /** All statements as one text, which the driver takes apart again. */
    String text() {
        return String.join(";\n", statements);
    }
}

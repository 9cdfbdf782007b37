package dev.instar.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that a test fills with revisions. */
public record RevisionFolder(Path path) {

    /** A folder with two revisions, each of which has a downgrade. */
    public static RevisionFolder withTwoRevisions(Path path) {
        return new RevisionFolder(path).write("001_customers.sql", """
                        CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL);
                        -- @downgrade
                        DROP TABLE customer;
                        """).write("002_seed_data.sql", """
                        INSERT INTO customer VALUES (1, 'Ada');
                        -- @downgrade
                        DELETE FROM customer;
                        """);
    }

    public RevisionFolder write(String name, String sql) {
        try {
            Files.writeString(path.resolve(name), sql);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As {@code instar.locations} wants it. */
    public String location() {
        return "file:" + path;
    }
}

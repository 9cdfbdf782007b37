package dev.instar.benchmarks.subject;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What to migrate, and with what.
 *
 * @param url of an own database
 * @param folder the revisions, for tools that read a folder; the others find them on the class path
 */
record Destination(String url, Path folder) {

    DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url);
        return dataSource;
    }
}

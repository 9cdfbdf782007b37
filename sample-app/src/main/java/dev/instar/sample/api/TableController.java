package dev.instar.sample.api;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every table there is with its number of rows: the quickest way to see what an upgrade or a downgrade did. */
@RestController
@RequestMapping("/api/tables")
class TableController {

    private final JdbcClient jdbc;

    TableController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping
    List<Table> tables() {
        return jdbc
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename")
                .query(String.class)
                .list()
                .stream()
                .map(name -> new Table(name, rows(name)))
                .toList();
    }

    private long rows(String table) {
        // The name comes from the catalog, not from the caller; it is quoted all the same.
        return jdbc.sql("SELECT count(*) FROM \"" + table.replace("\"", "\"\"") + '"')
                .query(Long.class)
                .single();
    }

    record Table(String name, long rows) {}
}

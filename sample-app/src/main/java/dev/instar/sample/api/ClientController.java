package dev.instar.sample.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The organisations that share this database. */
@RestController
@RequestMapping("/api/clients")
class ClientController {

    private final JdbcClient jdbc;

    ClientController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping
    List<Client> clients() {
        return jdbc.sql("""
                        SELECT c.id, c.name, c.website, c.active, c.created_at,
                               (SELECT count(*) FROM projects p WHERE p.client_id = c.id) AS projects,
                               (SELECT count(*) FROM users u WHERE u.client_id = c.id) AS users
                        FROM clients c
                        ORDER BY c.name
                        """).query(Client.class).list();
    }

    record Client(
            long id,
            String name,
            @Nullable String website,
            boolean active,
            OffsetDateTime createdAt,
            long projects,
            long users) {}
}

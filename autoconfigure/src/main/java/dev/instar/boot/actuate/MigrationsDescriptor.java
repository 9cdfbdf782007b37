package dev.instar.boot.actuate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/** What the endpoint answers: every database by its name. */
public record MigrationsDescriptor(Map<String, DatabaseDescriptor> databases) implements OperationResponseBody {

    /** The same for somebody whose name nobody knows. */
    MigrationsDescriptor anonymous() {
        Map<String, DatabaseDescriptor> shown = new LinkedHashMap<>();
        databases.forEach((name, database) -> shown.put(name, database.anonymous()));
        return new MigrationsDescriptor(shown);
    }
}

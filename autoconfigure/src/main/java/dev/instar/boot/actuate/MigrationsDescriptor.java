package dev.instar.boot.actuate;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/** What the endpoint answers: every database by its name. */
public record MigrationsDescriptor(Map<String, DatabaseDescriptor> databases) implements OperationResponseBody {}

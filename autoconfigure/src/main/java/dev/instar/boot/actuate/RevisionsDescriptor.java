package dev.instar.boot.actuate;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/** What the endpoint answers when it is asked for one revision: that revision in every database that has it. */
public record RevisionsDescriptor(Map<String, RevisionDescriptor> databases) implements OperationResponseBody {}

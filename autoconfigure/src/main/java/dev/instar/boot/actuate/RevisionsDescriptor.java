package dev.instar.boot.actuate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/** What the endpoint answers when it is asked for one revision: that revision in every database that has it. */
public record RevisionsDescriptor(Map<String, RevisionDescriptor> databases) implements OperationResponseBody {

    /** The same for somebody whose name nobody knows. */
    RevisionsDescriptor anonymous() {
        Map<String, RevisionDescriptor> shown = new LinkedHashMap<>();
        databases.forEach((name, revision) -> shown.put(name, revision.anonymous()));
        return new RevisionsDescriptor(shown);
    }
}

package dev.instar.boot.actuate;

import dev.instar.Status;
import dev.instar.boot.Look;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.revision.RevisionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** The revisions that a build expects and those its databases have, in a section {@code instar} of the info endpoint. */
final class InstarInfoContributor implements InfoContributor {

    private final MigratedDatabases databases;

    InstarInfoContributor(MigratedDatabases databases) {
        this.databases = databases;
    }

    @Override
    public void contribute(Info.Builder builder) {
        Map<String, Object> described = new LinkedHashMap<>();
        databases.all().forEach(database -> described.put(database.name(), describe(database)));
        builder.withDetail("instar", described);
    }

    private static Map<String, Object> describe(MigratedDatabase database) {
        Look look = database.snapshot().look();
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("state", look.state());
        Status status = look.status();
        if (status != null) {
            described.put("current", DatabaseDescriptor.names(status.position().current().stream()));
            described.put("expected", DatabaseDescriptor.names(status.expected().stream()));
            described.put("pending", status.pending().size());
        } else {
            List<RevisionId> expected = database.expected();
            described.put("expected", expected == null ? List.of() : DatabaseDescriptor.names(expected.stream()));
        }
        return described;
    }
}

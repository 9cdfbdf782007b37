package dev.instar.boot.command;

import dev.instar.plan.Position;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Revisions as machines read them, with the names that the endpoint uses. */
final class RevisionJson {

    private final Position position;
    private final Map<RevisionId, AppliedRevision> applied = new HashMap<>();

    RevisionJson(Position position) {
        this.position = position;
        position.applied().forEach(revision -> applied.put(revision.id(), revision));
    }

    List<Map<String, Object>> of(Collection<Revision> revisions) {
        return revisions.stream().map(this::of).toList();
    }

    Map<String, Object> of(Revision revision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", revision.id().value());
        json.put("message", revision.message());
        json.put("parents", ids(revision.revises()));
        json.put("dependsOn", ids(revision.dependsOn()));
        if (revision.label() != null) {
            json.put("label", revision.label());
        }
        json.put("head", position.graph().heads().contains(revision.id()));
        json.put("reversible", revision.reversible());
        json.put("file", revision.origin().file());
        AppliedRevision row = applied.get(revision.id());
        if (row != null) {
            json.put("appliedAt", row.appliedAt().toString());
            json.put("durationMs", row.duration().toMillis());
            json.put("appliedBy", row.appliedBy());
        }
        return json;
    }

    static List<String> ids(Collection<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}

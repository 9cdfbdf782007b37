package dev.instar.boot.command;

import dev.instar.Status;
import dev.instar.revision.Listing;
import dev.instar.revision.Revision;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The revisions that are not applied and that the target does not need: nobody waits for them. */
record LeftOut(Status status) {

    List<Revision> revisions() {
        Set<Revision> pending = new HashSet<>(status.pending());
        return status.position().pending().stream()
                .filter(revision -> !pending.contains(revision))
                .toList();
    }

    /** To stand behind the target. */
    String remark() {
        int count = revisions().size();
        return count == 0 ? "" : " (leaves %d revision%s out)".formatted(count, count == 1 ? "" : "s");
    }

    /** To stand behind the advice to write a revision; they may do already what it would. */
    String caution() {
        List<Revision> revisions = revisions();
        return revisions.isEmpty()
                ? ""
                : " The target '%s' leaves out %s; see first whether that is what is missing."
                        .formatted(
                                status.target(),
                                Listing.of(revisions.stream().map(Revision::id).toList()));
    }
}

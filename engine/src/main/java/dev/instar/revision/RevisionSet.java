package dev.instar.revision;

import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Iterator;

/** Some revisions of a graph, in its order. Costs a bit for each revision, however many there are. */
final class RevisionSet extends AbstractSet<RevisionId> {

    private final NumberedRevisions revisions;
    private final BitSet members;

    RevisionSet(NumberedRevisions revisions, BitSet members) {
        this.revisions = revisions;
        this.members = members;
    }

    @Override
    public boolean contains(Object id) {
        int number = id instanceof RevisionId revision ? revisions.numberOf(revision) : Edges.NOTHING;
        return number != Edges.NOTHING && members.get(number);
    }

    @Override
    public Iterator<RevisionId> iterator() {
        return members.stream().mapToObj(number -> revisions.get(number).id()).iterator();
    }

    @Override
    public int size() {
        return members.cardinality();
    }
}

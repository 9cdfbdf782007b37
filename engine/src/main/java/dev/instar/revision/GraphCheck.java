package dev.instar.revision;

/** Everything that can be wrong with a set of revisions, found in one go: no problem hides another. */
final class GraphCheck {

    private GraphCheck() {}

    static void report(NumberedRevisions revisions, TopologicalOrder order, Problems problems) {
        new NameCheck(revisions, problems).report();
        new PrerequisiteCheck(revisions, problems).report();
        new CycleCheck(revisions, order, problems).report();
        new MergeCheck(revisions, order, problems).report();
    }
}

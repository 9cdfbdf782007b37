package dev.instar.history;

import dev.instar.revision.Direction;
import dev.instar.revision.RevisionId;

/**
 * A revision of which some statements have taken effect and others not: a run that was applying or undoing it did not
 * come to the end.
 */
public record HalfDone(RevisionId revision, Direction direction) {}

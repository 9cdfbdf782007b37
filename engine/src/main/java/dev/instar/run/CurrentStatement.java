package dev.instar.run;

import dev.instar.plan.Step;
import dev.instar.revision.Origin;

/**
 * The statement a run is at.
 *
 * @param number counted from 1 in its step
 * @param place where it stands in its file
 */
public record CurrentStatement(Step step, int number, Origin place) {}

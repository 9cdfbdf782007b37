package dev.instar.run;

import dev.instar.plan.Step;
import java.time.Duration;

/** A step that was carried out, and how long it took. */
public record StepReport(Step step, Duration duration) {}

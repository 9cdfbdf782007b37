package dev.instar.run;

import dev.instar.history.TableNames;
import java.time.Duration;

/**
 * What a run must know of the settings.
 *
 * @param tables where history and journal are
 * @param lockTimeout how long to wait for another process that is migrating
 */
public record RunSettings(TableNames tables, Duration lockTimeout, ExecutionSettings execution) {}

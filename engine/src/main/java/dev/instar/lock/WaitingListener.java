package dev.instar.lock;

import dev.instar.database.LockHolder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hears each time that someone else turns out to hold the lock still. */
@FunctionalInterface
public interface WaitingListener {

    void waiting(@Nullable LockHolder holder, Duration waited);
}

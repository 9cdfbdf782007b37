package dev.instar.boot;

import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ApplicationContextEvent;

/** The process has migrated, which was all it was started for, and is about to end: the last chance to report. */
public final class MigratedOnlyEvent extends ApplicationContextEvent {

    public MigratedOnlyEvent(ApplicationContext source) {
        super(source);
    }
}

package dev.instar.boot.entity;

import dev.instar.autogenerate.Language;

/** Entities of the application that say what a schema looks like. */
public interface EntitySource {

    /** What people call them: {@code JPA}. */
    String name();

    /** How much they can say. */
    Language language();

    /**
     * The statements that create their schema from nothing; empty when there are none.
     *
     * @throws dev.instar.revision.InstarException when they cannot be mapped
     */
    String script();
}

package dev.instar.autogenerate;

/** Where it is said what a schema shall look like. */
public sealed interface WantedSchema permits ScriptedSchema, ExistingSchema {

    /** What people call it, as in a sentence: {@code the entities}, {@code schema.sql}. */
    String name();

    /** How much it can say at all. */
    Language language();
}

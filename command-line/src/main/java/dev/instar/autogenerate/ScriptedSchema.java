package dev.instar.autogenerate;

/**
 * A schema as the statements that create it from nothing. Rows, owners and privileges in them do not count.
 *
 * @param name what people call the source, as in a sentence
 * @param sql the script; names without a schema belong to the one in which the session creates tables
 */
public record ScriptedSchema(String name, String sql, Language language) implements WantedSchema {}

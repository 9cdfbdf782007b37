package dev.instar.sql;

/**
 * A placeholder that has no value.
 *
 * @param name what stands between the braces
 * @param offset of its dollar sign in the statement's text, counted from 0; {@link Statement#positionAt} takes it
 */
public record MissingPlaceholder(String name, int offset) {}

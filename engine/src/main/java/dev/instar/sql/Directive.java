package dev.instar.sql;

/**
 * A line comment that speaks to the engine: {@code -- @name argument}.
 *
 * @param name as written, without the {@code @}; starts with a letter
 * @param argument the rest of the line without white space around it; may be empty
 * @param position where the comment begins
 */
public record Directive(String name, String argument, TextPosition position) implements SqlItem {}

package dev.instar.sql;

/** What a script consists of: statements, and directives between them. */
public sealed interface SqlItem permits Statement, Directive {

    /** Where its first character stands in the script. */
    TextPosition position();
}

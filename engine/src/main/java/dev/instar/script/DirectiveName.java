package dev.instar.script;

import java.util.Optional;
import java.util.stream.Stream;

/** The directives a revision file can contain. */
enum DirectiveName {
    REVISION("revision"),
    REVISES("revises"),
    MESSAGE("message"),
    LABEL("label"),
    DEPENDS_ON("depends-on"),
    IRREVERSIBLE("irreversible"),
    UPGRADE("upgrade"),
    DOWNGRADE("downgrade");

    private final String written;

    DirectiveName(String written) {
        this.written = written;
    }

    static Optional<DirectiveName> of(String written) {
        return Stream.of(values()).filter(name -> name.written.equals(written)).findFirst();
    }

    boolean isSection() {
        return this == UPGRADE || this == DOWNGRADE;
    }

    String written() {
        return written;
    }
}

/** The command line: the application itself, started for one command and ended with an exit code. */
@NullMarked
package dev.instar.boot.command;

import org.jspecify.annotations.NullMarked;

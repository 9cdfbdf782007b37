/** Reads revisions from where they are kept, and knows what their files mean. */
@NullMarked
package dev.instar.script;

import org.jspecify.annotations.NullMarked;

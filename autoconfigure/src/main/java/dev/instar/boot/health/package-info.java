/** Whether the schema is what this build expects, at the health endpoint and on the application's own port. */
@NullMarked
package dev.instar.boot.health;

import org.jspecify.annotations.NullMarked;

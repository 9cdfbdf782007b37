/** The roof: everything an application asks of Instar. */
@NullMarked
package dev.instar;

import org.jspecify.annotations.NullMarked;

/** From a graph, what is applied and a target to the steps between them, or the reasons why there are none. */
@NullMarked
package dev.instar.plan;

import org.jspecify.annotations.NullMarked;

/** Where the database comes from: {@code DATABASE_URL}, or a PostgreSQL that runs inside this process's folder. */
@NullMarked
package dev.instar.sample.database;

import org.jspecify.annotations.NullMarked;

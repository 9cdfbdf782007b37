package dev.instar.autogenerate;

import dev.instar.schema.Catalog;
import dev.instar.schema.ObjectId;
import java.util.List;

/**
 * A wanted catalog that says something about everything.
 *
 * @param leftAlone what the source does not know, and the database keeps
 */
record Completed(Catalog catalog, List<ObjectId> leftAlone) {}

package dev.instar.diff;

import dev.instar.schema.ObjectPart;
import java.util.List;

/**
 * What must be true of the rows for a change to go through.
 *
 * @param reason a sentence for whoever reads the file
 * @param query returns whether it is so
 * @param about what the query reads; before that exists there is nothing to ask
 */
public record Requirement(String reason, String query, List<ObjectPart> about) {}

package dev.instar.benchmarks.revisions;

import java.nio.file.Path;

/**
 * A set of revisions in the language of one tool.
 *
 * @param root what stands on the class path
 * @param folder the revisions themselves
 * @param jar the same as a jar, which is how services carry them
 */
public record Written(Path root, Path folder, Path jar) {}

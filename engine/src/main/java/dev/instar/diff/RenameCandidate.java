package dev.instar.diff;

/**
 * A rename that would explain a difference better than dropping and creating does.
 *
 * @param reason why it is likely, in words
 */
public record RenameCandidate(Rename rename, String reason) {}

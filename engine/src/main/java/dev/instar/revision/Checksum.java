package dev.instar.revision;

/**
 * What an upgrade amounts to, so that an edit shows. The algorithm is kept beside the value: a better one never makes
 * an old value look edited.
 */
public record Checksum(String algorithm, String value) {

    @Override
    public String toString() {
        return algorithm + ":" + value;
    }
}

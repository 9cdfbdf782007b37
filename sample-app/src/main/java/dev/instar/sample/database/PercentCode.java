package dev.instar.sample.database;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Percent encoding as RFC 3986 has it, where a plus sign is a plus sign. {@link java.net.URLDecoder} would turn the
 * plus of a password into a space, and its exceptions quote the text they could not decode.
 */
final class PercentCode {

    private PercentCode() {}

    /**
     * Decodes.
     *
     * @throws IllegalArgumentException when a percent sign is not followed by two hexadecimal digits; without the text
     */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
        for (int at = 0; at < encoded.length; at++) {
            if (encoded[at] == '%') {
                decoded.write(hex(encoded, at + 1) << 4 | hex(encoded, at + 2));
                at += 2;
            } else {
                decoded.write(encoded[at]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    /** Encodes so that both this class and a reader of form encoding, such as the JDBC driver, get the text back. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static int hex(byte[] encoded, int at) {
        int digit = at < encoded.length ? Character.digit(encoded[at], 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("A percent sign is not followed by two hexadecimal digits.");
        }
        return digit;
    }
}

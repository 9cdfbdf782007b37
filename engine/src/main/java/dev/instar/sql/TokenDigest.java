package dev.instar.sql;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over the tokens of a script. Comments, white space, the case of unquoted words and superfluous semicolons do
 * not count, nor do CR before LF; everything else does. Hand it to {@link SqlReader#digestInto}.
 *
 * <p>What is hashed is each token in UTF-8 (surrogates one by one), followed by a byte that occurs nowhere in UTF-8: no two different sequences
 * of tokens look the same.
 */
public final class TokenDigest {

    private static final int TOKEN_END = 0xFF;
    private static final int STATEMENT_END = 0xFE;
    private static final int DATA_END = 0xFD;
    private static final int JOINT = 0xFC;
    private static final int LONGEST_CHARACTER = 3;

    /** To be copied, because to ask for one takes as long as to use it. */
    private static final MessageDigest FRESH = sha256();

    private final MessageDigest sha256 = copy(FRESH);
    private final byte[] pending = new byte[1024];
    private int size;
    private boolean carriageReturn;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The digest of what was read so far: 64 hexadecimal digits. */
    public String hex() {
        flush();
        return HexFormat.of().formatHex(copy(sha256).digest());
    }

    void token(TokenType type, char[] chars, int start, int end) {
        int folded = start;
        if (type == TokenType.WORD || type == TokenType.NUMBER) {
            folded = end;
        } else if (type == TokenType.STRING || type == TokenType.QUOTED_NAME) {
            folded = Math.min(end, start + 1);
        }
        text(chars, start, folded, true);
        text(chars, folded, end, false);
        mark(TOKEN_END);
    }

    /** The tokens before and after make one. */
    void joint() {
        mark(JOINT);
    }

    void endOfStatement() {
        mark(STATEMENT_END);
    }

    void data(char[] chars, int start, int end) {
        text(chars, start, end, false);
    }

    private void text(char[] chars, int start, int end, boolean folding) {
        int index = start;
        while (index < end) {
            index = putPlain(chars, index, end, folding);
            if (index < end) {
                char character = chars[index++];
                put(folding ? Words.fold(character) : character);
            }
        }
    }

    /** Takes ASCII as long as there is room, and returns the index of what it leaves to others. */
    private int putPlain(char[] chars, int start, int end, boolean folding) {
        int limit = carriageReturn ? start : Math.min(end, start + pending.length - size);
        int index = start;
        while (index < limit && chars[index] < 0x80 && chars[index] != '\r') {
            char character = chars[index++];
            pending[size++] = (byte) (folding ? Words.fold(character) : character);
        }
        return index;
    }

    void endOfData(boolean lastLineEnded) {
        if (!lastLineEnded) {
            put('\n');
        }
        mark(DATA_END);
    }

    private void put(char character) {
        if (size + 2 * LONGEST_CHARACTER > pending.length) {
            flush();
        }
        if (carriageReturn) {
            carriageReturn = false;
            if (character != '\n') {
                pending[size++] = '\r';
            }
        }
        if (character == '\r') {
            carriageReturn = true;
        } else if (character < 0x80) {
            pending[size++] = (byte) character;
        } else {
            putBeyondAscii(character);
        }
    }

    private void putBeyondAscii(char character) {
        if (character < 0x800) {
            pending[size++] = (byte) (0xC0 | character >> 6);
        } else {
            pending[size++] = (byte) (0xE0 | character >> 12);
            pending[size++] = (byte) (0x80 | character >> 6 & 0x3F);
        }
        pending[size++] = (byte) (0x80 | character & 0x3F);
    }

    private void mark(int mark) {
        if (size + 2 > pending.length) {
            flush();
        }
        if (carriageReturn) {
            carriageReturn = false;
            pending[size++] = '\r';
        }
        pending[size++] = (byte) mark;
    }

    private void flush() {
        sha256.update(pending, 0, size);
        size = 0;
    }
}

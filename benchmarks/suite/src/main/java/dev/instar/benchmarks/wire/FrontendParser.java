package dev.instar.benchmarks.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads what a client says to PostgreSQL and reports each statement that it has the server execute: the text of a
 * simple query, or that of the prepared statement behind an execution.
 */
final class FrontendParser {

    private static final int HEADER = 5;
    private static final int STARTUP_HEADER = 4;
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final Consumer<String> statements;
    private final ByteArrayOutputStream unread = new ByteArrayOutputStream();
    private final Map<String, String> prepared = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();
    private boolean started;

    FrontendParser(Consumer<String> statements) {
        this.statements = statements;
    }

    void accept(byte[] bytes, int length) {
        unread.write(bytes, 0, length);
        ByteBuffer buffer = ByteBuffer.wrap(unread.toByteArray());
        while (message(buffer)) {
            buffer.mark();
        }
        unread.reset();
        unread.write(buffer.array(), buffer.position(), buffer.remaining());
    }

    private boolean message(ByteBuffer buffer) {
        int header = started ? HEADER : STARTUP_HEADER;
        if (buffer.remaining() < header) {
            return false;
        }
        int start = buffer.position();
        int length = buffer.getInt(start + header - STARTUP_HEADER) + header - STARTUP_HEADER;
        if (buffer.remaining() < length) {
            return false;
        }
        if (started) {
            read((char) buffer.get(start), buffer.slice(start + HEADER, length - HEADER));
        } else {
            int code = buffer.getInt(start + STARTUP_HEADER);
            started = code != SSL_REQUEST && code != GSS_REQUEST;
        }
        buffer.position(start + length);
        return true;
    }

    private void read(char type, ByteBuffer body) {
        switch (type) {
            case 'Q' -> statements.accept(text(body));
            case 'P' -> prepared.put(text(body), text(body));
            case 'B' -> portals.put(text(body), prepared.getOrDefault(text(body), "?"));
            case 'E' -> statements.accept(portals.getOrDefault(text(body), "?"));
            default -> {}
        }
    }

    private static String text(ByteBuffer body) {
        int start = body.position();
        while (body.get() != 0) {
            continue;
        }
        byte[] bytes = new byte[body.position() - start - 1];
        body.get(start, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

package dev.instar.sql;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends a text to the server as it is, in one message: no driver looks into it, the server alone splits it. */
final class SimpleQueryClient implements AutoCloseable {

    private static final int PROTOCOL_3 = 196608;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    SimpleQueryClient(int port, String database) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        ByteArrayOutputStream startup = new ByteArrayOutputStream();
        new DataOutputStream(startup).writeInt(PROTOCOL_3);
        startup.writeBytes(bytes("user\0postgres\0database\0" + database + "\0client_encoding\0UTF8\0\0"));
        send(startup.toByteArray());
    }

    void execute(String text) throws IOException {
        out.write('Q');
        send(bytes(text + "\0"));
    }

    private void send(byte[] body) throws IOException {
        out.writeInt(body.length + 4);
        out.write(body);
        out.flush();
        String error = "";
        for (int type = in.readUnsignedByte(); ; type = in.readUnsignedByte()) {
            byte[] answer = in.readNBytes(in.readInt() - 4);
            if (type == 'E') {
                error = new String(answer, StandardCharsets.UTF_8).replace('\0', '\n');
            } else if (type == 'Z') {
                break;
            }
        }
        if (!error.isEmpty()) {
            throw new IOException(error);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

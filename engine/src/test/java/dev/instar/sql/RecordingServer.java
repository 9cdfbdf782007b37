package dev.instar.sql;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks just enough of PostgreSQL's protocol to let {@code psql} believe that everything it sends succeeds, and
 * remembers what that was, byte for byte.
 */
final class RecordingServer implements AutoCloseable {

    private static final Pattern STANDARD_STRINGS = Pattern.compile(
            "\\s*set\\s+(session\\s+|local\\s+)?\"?standard_conforming_strings\"?\\s*(=|to)\\s*'?(?<value>\\w+).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BACK_TO_STANDARD = Pattern.compile(
            "\\s*(reset\\s+(all|standard_conforming_strings)|discard\\s+all).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<String> received = new ArrayList<>();
    private final Thread thread = new Thread(this::serve, "recording-server");

    RecordingServer() throws IOException {
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What the one client sent before it left: statements, and the data of a COPY with a line {@code >} before it. */
    List<String> received() throws IOException, InterruptedException {
        socket.close();
        thread.join();
        return received;
    }

    private void serve() {
        try {
            serve(socket.accept());
        } catch (SocketException nobodyCame) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket client) throws IOException {
        try (client;
                DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()))) {
            client.setTcpNoDelay(true);
            in.skipNBytes(in.readInt() - 4L);
            send(out, 'R', new byte[4]);
            parameter(out, "server_version", "15.0");
            parameter(out, "client_encoding", "UTF8");
            parameter(out, "standard_conforming_strings", "on");
            ready(out);
            for (int type = in.read(); type == 'Q'; type = in.read()) {
                answer(body(in), in, out);
            }
        }
    }

    private void answer(String query, DataInputStream in, DataOutputStream out) throws IOException {
        String sql = query.substring(0, query.length() - 1);
        received.add(sql);
        if (StatementKind.of(sql) == StatementKind.COPY_FROM_STDIN) {
            send(out, 'G', new byte[3]);
            out.flush();
            receiveData(in);
        }
        Matcher setting = STANDARD_STRINGS.matcher(sql);
        if (setting.matches()) {
            boolean off = List.of("off", "false", "no", "0").contains(setting.group("value"));
            parameter(out, "standard_conforming_strings", off ? "off" : "on");
        } else if (BACK_TO_STANDARD.matcher(sql).matches()) {
            parameter(out, "standard_conforming_strings", "on");
        }
        send(out, 'C', "DO\0".getBytes(StandardCharsets.US_ASCII));
        ready(out);
    }

    private void receiveData(DataInputStream in) throws IOException {
        StringBuilder data = new StringBuilder(">\n");
        for (int type = in.read(); type == 'd'; type = in.read()) {
            data.append(body(in));
        }
        body(in);
        received.add(data.toString());
    }

    private static String body(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt() - 4), StandardCharsets.UTF_8);
    }

    private static void parameter(DataOutputStream out, String name, String value) throws IOException {
        send(out, 'S', (name + "\0" + value + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    private static void ready(DataOutputStream out) throws IOException {
        send(out, 'Z', new byte[] {'I'});
        out.flush();
    }

    private static void send(DataOutputStream out, char type, byte[] body) throws IOException {
        out.write(type);
        out.writeInt(body.length + 4);
        out.write(body);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

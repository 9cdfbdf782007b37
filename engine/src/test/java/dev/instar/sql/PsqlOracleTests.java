package dev.instar.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks {@code psql} itself what it would send: it talks to a server that believes everything and writes it down. */
class PsqlOracleTests {

    private static final String MARK = "-- next file --";

    @TempDir
    Path folder;

    @Test
    void sendsOfTheGoldenFilesWhatPsqlSends() throws Exception {
        List<String> scripts = new ArrayList<>();
        for (Path folder : SplitterGoldenTests.cases()) {
            if (!isOursAlone(folder.getFileName().toString())) {
                scripts.add(SplitterGoldenTests.input(folder));
            }
        }
        compare(scripts);
    }

    /** Directives; meta-commands; and where psql is mistaken and the server is not, as the cases themselves show. */
    private static boolean isOursAlone(String name) {
        return name.startsWith("directive")
                || name.startsWith("meta-command")
                || name.startsWith("server-knows-better");
    }

    @Test
    void sendsOfRandomScriptsWhatPsqlSends() throws Exception {
        long seed = Long.getLong("instar.test.seed", System.nanoTime());
        System.out.println("PsqlOracleTests: -Dinstar.test.seed=" + seed);
        RandomScripts random = new RandomScripts(seed);
        List<String> scripts = new ArrayList<>();
        while (scripts.size() < 1000) {
            String script = random.next();
            if (!continuesEscapeString(script)) {
                scripts.add(script);
            }
        }
        compare(scripts);
    }

    /** Reading line by line, psql forgets that the next line may continue a string with escapes; the server does not. */
    private static boolean continuesEscapeString(String script) {
        Lexer lexer = new Lexer(new TextWindow(new StringReader(script)), 0);
        boolean escapes = false;
        try {
            for (TokenType type = lexer.next(); type != TokenType.END; type = lexer.next()) {
                if (type == TokenType.STRING_CONTINUATION && escapes) {
                    return true;
                }
                escapes |= type == TokenType.STRING && Character.toLowerCase(script.charAt(lexer.start())) == 'e';
            }
        } catch (SqlSyntaxException unterminated) {
            return false;
        }
        return false;
    }

    private void compare(List<String> scripts) throws Exception {
        List<List<String>> sent = sentByPsql(scripts);
        for (int i = 0; i < scripts.size(); i++) {
            compare(scripts.get(i), sent.get(i));
        }
    }

    private static void compare(String script, List<String> sentByPsql) {
        List<String> ours = new ArrayList<>();
        boolean complete = true;
        try (SqlReader reader = new SqlReader(new StringReader(script))) {
            for (SqlItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof Statement statement) {
                    ours.add(statement.text());
                    if (statement.kind() == StatementKind.COPY_FROM_STDIN) {
                        ours.add(">\n" + Transcript.read(reader.copyData()));
                    }
                }
            }
        } catch (SqlSyntaxException e) {
            complete = false;
        }
        String context = "script:\n" + script + "\nours: " + ours + "\npsql: " + sentByPsql + "\n";
        // What is never closed psql sends all the same, and the server refuses it.
        assertThat(sentByPsql.size()).as(context).isGreaterThanOrEqualTo(ours.size());
        assertThat(complete && sentByPsql.size() > ours.size()).as(context).isFalse();
        for (int i = 0; i < ours.size(); i++) {
            assertThat(withoutWhiteSpace(sentByPsql.get(i))).as(context).contains(withoutWhiteSpace(ours.get(i)));
        }
    }

    /** {@code psql} drops empty lines. */
    private static String withoutWhiteSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    private List<List<String>> sentByPsql(List<String> scripts) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("psql", "-X", "-q", "-h", "127.0.0.1", "-U", "x", "-d", "x"));
        try (RecordingServer server = new RecordingServer()) {
            command.addAll(List.of("-p", String.valueOf(server.port())));
            for (int i = 0; i < scripts.size(); i++) {
                Path file = Files.writeString(folder.resolve(i + ".sql"), scripts.get(i));
                command.addAll(List.of("-f", file.toString()));
                command.addAll(List.of("-c", "SET standard_conforming_strings = on", "-c", "SELECT '" + MARK + "'"));
            }
            run(command);
            return perFile(server.received());
        }
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().put("PGSSLMODE", "disable");
        builder.environment().put("PGGSSENCMODE", "disable");
        builder.environment().put("PGCLIENTENCODING", "UTF8");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            assumeThat(false).as("psql is not on the PATH").isTrue();
            throw e;
        }
        process.waitFor();
    }

    private static List<List<String>> perFile(List<String> received) {
        List<List<String>> files = new ArrayList<>();
        List<String> file = new ArrayList<>();
        for (String sql : received) {
            if (sql.contains(MARK)) {
                file.remove(file.size() - 1);
                files.add(file);
                file = new ArrayList<>();
            } else if (!isEmpty(sql)) {
                file.add(sql);
            }
        }
        return files;
    }

    /** {@code psql} sends a lone semicolon too. */
    private static boolean isEmpty(String sql) {
        try {
            return Transcript.statements(sql).isEmpty();
        } catch (SqlSyntaxException unterminated) {
            return false;
        }
    }
}

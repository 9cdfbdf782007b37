package dev.instar.diff;

import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One case of {@code src/test/resources/diff}: {@code == name} begins it, {@code -- before}, {@code -- after} and
 * {@code -- expect} its parts. {@code -- server 15} limits it to servers from that version on; {@code -- rename t.a b}
 * confirms a rename.
 */
record DiffCase(String file, String name, Map<String, String> parts, List<Rename> renames, int server) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "diff");
    private static final Pattern HEADING = Pattern.compile("(?m)^== ");

    static List<DiffCase> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<DiffCase> cases = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                HEADING.splitAsStream(Files.readString(file))
                        .filter(text -> !text.isBlank())
                        .map(text -> parse(name, text))
                        .forEach(cases::add);
            }
            return cases;
        }
    }

    private static DiffCase parse(String file, String text) {
        Map<String, StringBuilder> parts = new TreeMap<>();
        List<Rename> renames = new ArrayList<>();
        int server = 0;
        StringBuilder current = new StringBuilder();
        List<String> lines = text.lines().toList();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("-- server ")) {
                server = Integer.parseInt(line.substring(10));
            } else if (line.startsWith("-- rename ")) {
                renames.add(rename(line.substring(10).split(" ")));
            } else if (line.startsWith("-- ")) {
                current = parts.computeIfAbsent(line.substring(3), part -> new StringBuilder());
            } else {
                current.append(line).append('\n');
            }
        }
        Map<String, String> texts = new TreeMap<>();
        parts.forEach((part, content) -> texts.put(part, content.toString().strip()));
        return new DiffCase(file, lines.get(0), texts, List.copyOf(renames), server);
    }

    private static Rename rename(String[] words) {
        String[] from = words[0].split("[.:]");
        QualifiedName name = new QualifiedName(TwoSchemas.LIVE, from[0]);
        ObjectId object = words[0].contains(":") ? ObjectId.of(ObjectId.Kind.TYPE, name) : Table.id(name);
        return new Rename(from.length == 1 ? ObjectPart.whole(object) : new ObjectPart(object, from[1]), words[1]);
    }

    String before() {
        return parts.getOrDefault("before", "");
    }

    String after() {
        return parts.getOrDefault("after", "");
    }

    String expected() {
        return parts.getOrDefault("expect", "");
    }
}

package dev.instar.boot.entity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One case of {@code src/test/resources/mappings}: {@code == name} begins it, {@code --} separates the entities before
 * from those after. Lines that declare no class are fields of an entity. {@code -- rename a:b} confirms a rename,
 * {@code -- not validated} spares Hibernate a look at the result.
 */
record MappingCase(String file, String name, String before, String after, List<String> renames, boolean validated) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "mappings");
    private static final Pattern HEADING = Pattern.compile("(?m)^== ");
    private static final Pattern DECLARATION = Pattern.compile("\\b(class|enum|record) [A-Z]");

    static List<MappingCase> all() throws IOException {
        List<MappingCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                HEADING.splitAsStream(Files.readString(file))
                        .filter(text -> !text.isBlank())
                        .map(text -> parse(file.getFileName().toString(), text))
                        .forEach(cases::add);
            }
        }
        return cases;
    }

    private static MappingCase parse(String file, String text) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        List<String> renames = new ArrayList<>();
        boolean validated = true;
        StringBuilder current = before;
        List<String> lines = text.lines().toList();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("-- rename ")) {
                renames.add(line.substring(10));
            } else if (line.startsWith("-- not validated")) {
                validated = false;
            } else if (line.equals("--")) {
                current = after;
            } else {
                current.append(line).append('\n');
            }
        }
        return new MappingCase(file, lines.get(0), classes(before), classes(after), List.copyOf(renames), validated);
    }

    private static String classes(CharSequence text) {
        return DECLARATION.matcher(text).find() ? text.toString() : "@Entity class Item { @Id Long id; " + text + " }";
    }
}

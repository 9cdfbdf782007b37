package dev.instar.boot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Properties as arguments of an application, where the last word on each counts. */
final class Arguments {

    private Arguments() {}

    static String[] of(List<String> defaults, String... more) {
        Map<String, String> arguments = new LinkedHashMap<>();
        Stream.concat(defaults.stream(), Stream.of(more))
                .forEach(property -> arguments.put(property.substring(0, property.indexOf('=')), "--" + property));
        return arguments.values().toArray(String[]::new);
    }
}

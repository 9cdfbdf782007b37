package dev.instar.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options of a command line, checked against those there are. */
record Arguments(Map<String, String> given) {

    /** Reads {@code --name} and {@code --name=value}. */
    static Arguments parse(List<String> arguments, Set<String> flags, Set<String> valued) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!(equals < 0 ? flags : valued).contains(name)) {
                Set<String> known = new TreeSet<>(flags);
                valued.forEach(option -> known.add(option + "=..."));
                throw new IllegalArgumentException(
                        "There is no option '%s'. Known are %s.".formatted(argument, String.join(", ", known)));
            }
            given.put(name, argument.substring(equals + 1));
        }
        return new Arguments(given);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(given.get(name));
    }

    /** What stands between commas, which has to be among these. */
    Set<String> list(String name, Stream<String> known) {
        Set<String> names = known.collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted = list(name);
        if (!names.containsAll(wanted)) {
            throw new IllegalArgumentException("%s=%s is not known. Known are %s."
                    .formatted(name, String.join(",", wanted), String.join(", ", names)));
        }
        return wanted;
    }

    /** What stands between commas; empty when the option is not there. */
    Set<String> list(String name) {
        return value(name).map(text -> Set.of(text.split(","))).orElse(Set.of());
    }
}

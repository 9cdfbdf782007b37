package dev.instar.plan;

import dev.instar.revision.Direction;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import dev.instar.revision.expression.TargetRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a command of the case table, and writes its result as {@code +a -b}, or {@code nothing}. */
record TargetCommand(RevisionGraph graph, Position position) {

    private static final List<String> OPTIONS =
            List.of("--sql", "--purge", "--undo-unknown", "--splice", "--head", "--real");

    String run(String commandLine) {
        List<String> arguments =
                new ArrayList<>(List.of(commandLine.replace("\"\"", "\0").split(" ")));
        arguments.replaceAll(argument -> argument.equals("\0") ? "" : argument);
        String command = arguments.remove(0);
        List<String> options = arguments.stream().filter(OPTIONS::contains).toList();
        arguments.removeAll(options);
        return run(command, options, arguments);
    }

    /** The same with one more argument, whatever that looks like. */
    String run(String commandAndOptions, String argument) {
        List<String> words = List.of(commandAndOptions.split(" "));
        return run(words.get(0), words.subList(1, words.size()), List.of(argument));
    }

    private String run(String command, List<String> options, List<String> arguments) {
        String result = options.contains("--sql") ? offline(command, arguments) : online(command, options, arguments);
        return result.isEmpty() ? "nothing" : result;
    }

    private String offline(String command, List<String> arguments) {
        OfflinePlanner planner = new OfflinePlanner(graph);
        List<TargetRange> ranges =
                arguments.stream().map(TargetRange::parseOrEndingAt).toList();
        return switch (command) {
            case "upgrade" -> show(planner.upgrade(ranges.get(0)));
            case "downgrade" -> show(planner.downgrade(ranges.get(0)));
            case "stamp" -> show(planner.stamp(ranges));
            default -> throw new IllegalArgumentException(command);
        };
    }

    private String online(String command, List<String> options, List<String> arguments) {
        Planner planner =
                options.contains("--undo-unknown") ? new Planner(position).undoingUnknown() : new Planner(position);
        return switch (command) {
            case "upgrade" -> show(planner.upgrade(Target.parse(arguments.get(0))));
            case "downgrade" -> show(planner.downgrade(Target.parse(arguments.get(0))));
            case "stamp" ->
                show(
                        options.contains("--purge")
                                ? planner.stampNothingBut(targets(arguments))
                                : planner.stamp(targets(arguments)));
            default -> look(command, options, arguments);
        };
    }

    private String look(String command, List<String> options, List<String> arguments) {
        Targets targets = new Targets(position);
        boolean splice = options.contains("--splice");
        return switch (command) {
            case "show" -> String.join(" ", Positions.ids(targets.show(Target.parse(arguments.get(0)))));
            case "history" -> String.join(" ", Positions.ids(targets.history(TargetRange.parse(arguments.get(0)))));
            case "revision" -> show(targets.parent(Target.parse(arguments.get(0)), splice));
            case "merge" -> show(targets.merge(targets(arguments), splice));
            case "current" -> show(position.current());
            case "gaps" -> String.join(" ", Positions.ids(position.gaps()));
            case "heads" -> show(options.contains("--real") ? graph.realHeads() : graph.heads());
            case "branches" -> show(graph.branchPoints());
            case "branch" -> show(graph.branch(new RevisionId(arguments.get(0))));
            case "labels" -> String.join(" ", graph.labels(new RevisionId(arguments.get(0))));
            case "dependencies" -> show(graph.dependencies(new RevisionId(arguments.get(0))));
            case "order" -> String.join(" ", Positions.ids(graph.inOrder()));
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static List<Target> targets(List<String> arguments) {
        return arguments.stream().map(Target::parse).toList();
    }

    private static String show(Collection<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).collect(Collectors.joining(" "));
    }

    private static String show(Plan plan) {
        return plan.steps().stream()
                .map(step -> (step.direction() == Direction.UPGRADE ? "+" : "-")
                        + step.revision().id()
                        + (step.gap() ? "(gap)" : ""))
                .collect(Collectors.joining(" "));
    }

    private static String show(Stamp stamp) {
        return Stream.concat(
                        stamp.removed().stream().map(revision -> "-" + revision.id()),
                        stamp.added().stream().map(revision -> "+" + revision.id()))
                .collect(Collectors.joining(" "));
    }
}

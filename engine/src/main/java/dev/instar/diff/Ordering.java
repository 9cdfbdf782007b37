package dev.instar.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/** Puts changes into an order in which each finds what it needs and nothing holds on to what it takes away. */
final class Ordering {

    private static final Comparator<Task> USUAL = Comparator.<Task, Rank>comparing(task -> task.rank)
            .thenComparing(task -> task.change.subject().object())
            .thenComparing(task -> task.change.subject().column());

    private final List<Task> tasks;
    private final Map<Task, Set<Task>> followers = new LinkedHashMap<>();
    private final Map<Task, Integer> waitingFor = new LinkedHashMap<>();

    private Ordering(List<Task> tasks) {
        this.tasks = tasks.stream().sorted(USUAL).toList();
    }

    static List<Change> of(List<Task> tasks) {
        Ordering ordering = new Ordering(tasks);
        ordering.link();
        return ordering.sorted().stream().map(task -> task.change).toList();
    }

    private void link() {
        linkAll(task -> task.adds, task -> task.needs);
        linkAll(task -> task.alters, task -> task.needs);
        linkAll(task -> task.releases, task -> task.drops);
        linkAll(task -> task.releases, task -> task.alters);
        linkAll(task -> task.drops, task -> task.adds);
        linkAll(task -> task.drops, task -> task.outlives);
        linkAll(task -> task.frees, task -> task.takes);
    }

    private <P> void linkAll(Function<Task, Collection<P>> earlier, Function<Task, Collection<P>> later) {
        Map<P, Set<Task>> first = new LinkedHashMap<>();
        tasks.forEach(task -> earlier.apply(task)
                .forEach(part -> first.computeIfAbsent(part, none -> new LinkedHashSet<>())
                        .add(task)));
        tasks.forEach(task -> later.apply(task)
                .forEach(part -> first.getOrDefault(part, Set.of()).forEach(before -> link(before, task))));
    }

    private void link(Task before, Task after) {
        if (before != after
                && followers
                        .computeIfAbsent(before, none -> new LinkedHashSet<>())
                        .add(after)) {
            waitingFor.merge(after, 1, Integer::sum);
        }
    }

    private List<Task> sorted() {
        PriorityQueue<Task> ready = new PriorityQueue<>(USUAL);
        tasks.stream().filter(task -> !waitingFor.containsKey(task)).forEach(ready::add);
        Set<Task> done = new LinkedHashSet<>();
        while (done.size() < tasks.size()) {
            if (ready.isEmpty()) {
                ready.add(leastBound(done));
            }
            Task next = ready.remove();
            if (done.add(next)) {
                for (Task follower : followers.getOrDefault(next, Set.of())) {
                    if (waitingFor.merge(follower, -1, Integer::sum) == 0) {
                        ready.add(follower);
                    }
                }
            }
        }
        return new ArrayList<>(done);
    }

    /** Whoever waits for the fewest in a circle goes first: the server decides whether that can be. */
    private Task leastBound(Set<Task> done) {
        Set<Task> left = new LinkedHashSet<>(tasks);
        left.removeAll(done);
        return left.stream()
                .min(Comparator.comparing(task -> waitingFor.getOrDefault(task, 0)))
                .orElseThrow();
    }
}

package dev.postwire.query.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The shortest way from one list of pieces to another, by E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
 * Bounded: where more than {@link #MOST_STEPS} pieces differ it gives up, so the time is at most that many walks along the lists and
 * the memory the square of it.
 */
final class Script {
    static final int MOST_STEPS = 600;

    private final List<String> older;
    private final List<String> newer;

    private Script(List<String> older, List<String> newer) {
        this.older = older;
        this.newer = newer;
    }

    /**
     * A run of pieces that differ.
     *
     * @param from the first of them in the older list, {@code to} the one after the last
     * @param into the same in the newer list, up to {@code until}
     */
    record Run(int from, int to, int into, int until) {}

    /** In order; empty where too much differs. */
    static Optional<List<Run>> between(List<String> older, List<String> newer) {
        int head = 0;
        int most = Math.min(older.size(), newer.size());
        while (head < most && older.get(head).equals(newer.get(head))) head++;
        int tail = 0;
        while (tail < most - head && older.get(older.size() - 1 - tail).equals(newer.get(newer.size() - 1 - tail)))
            tail++;
        int skip = head;
        return new Script(older.subList(head, older.size() - tail), newer.subList(head, newer.size() - tail))
                .walk()
                .map(runs -> runs.stream()
                        .map(run -> new Run(run.from + skip, run.to + skip, run.into + skip, run.until + skip))
                        .toList());
    }

    private Optional<List<Run>> walk() {
        int bound = Math.min(MOST_STEPS, older.size() + newer.size());
        int[] furthest = new int[2 * bound + 3];
        List<int[]> trace = new ArrayList<>();
        for (int steps = 0; steps <= bound; steps++) {
            for (int diagonal = -steps; diagonal <= steps; diagonal += 2) {
                int at = diagonal + bound + 1;
                boolean down = diagonal == -steps || diagonal != steps && furthest[at - 1] < furthest[at + 1];
                int x = down ? furthest[at + 1] : furthest[at - 1] + 1;
                while (x < older.size()
                        && x - diagonal < newer.size()
                        && older.get(x).equals(newer.get(x - diagonal))) x++;
                furthest[at] = x;
                if (x >= older.size() && x - diagonal >= newer.size()) {
                    return Optional.of(runs(trace, steps, diagonal));
                }
            }
            // What one step back can see of it is enough: 2 * steps + 1 diagonals.
            trace.add(java.util.Arrays.copyOfRange(furthest, bound + 1 - steps, bound + 2 + steps));
        }
        return Optional.empty();
    }

    /** Back from the end, one step at a time; neighbouring steps become one run. */
    private List<Run> runs(List<int[]> trace, int steps, int end) {
        List<Run> runs = new ArrayList<>();
        int diagonal = end;
        int x = older.size();
        for (int step = steps; step > 0; step--) {
            int[] before = trace.get(step - 1);
            boolean down = diagonal == -step
                    || diagonal != step && at(before, step, diagonal - 1) < at(before, step, diagonal + 1);
            int previous = down ? diagonal + 1 : diagonal - 1;
            int from = at(before, step, previous);
            add(runs, from, down ? from : from + 1, from - previous, down ? from - previous + 1 : from - previous);
            diagonal = previous;
            x = from;
        }
        Collections.reverse(runs);
        return runs;
    }

    /** How far that diagonal had been walked before this step. */
    private static int at(int[] before, int step, int diagonal) {
        return before[diagonal + step - 1];
    }

    private static void add(List<Run> runs, int from, int to, int into, int until) {
        if (!runs.isEmpty()) {
            Run next = runs.get(runs.size() - 1);
            if (next.from == to && next.into == until) {
                runs.set(runs.size() - 1, new Run(from, next.to, into, next.until));
                return;
            }
        }
        runs.add(new Run(from, to, into, until));
    }
}

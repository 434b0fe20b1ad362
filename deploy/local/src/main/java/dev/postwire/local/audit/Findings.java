package dev.postwire.local.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was found, counted, under way and beyond checking. Keeps the first thousand findings and the number of all. */
final class Findings {
    private static final int KEPT = 1_000;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<Kind, Long> byKind = new EnumMap<>(Kind.class);
    private final Map<String, Long> checked = new TreeMap<>();
    private final Map<String, Long> underWay = new TreeMap<>();
    private final Map<String, Long> notChecked = new TreeMap<>();

    void add(Kind kind, String place, String id, String detail) {
        byKind.merge(kind, 1L, Long::sum);
        if (kept.size() < KEPT) kept.add(new Finding(kind, place, id, detail));
    }

    void checked(String what, long many) {
        checked.merge(what, many, Long::sum);
    }

    void underWay(String what, long many) {
        if (many > 0) underWay.merge(what, many, Long::sum);
    }

    /** What compaction or retention took before it could be looked at. */
    void notChecked(String what) {
        notChecked.merge(what, 1L, Long::sum);
    }

    boolean clean() {
        return byKind.isEmpty();
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }

    Map<Kind, Long> byKind() {
        return byKind;
    }

    Map<String, Long> checked() {
        return checked;
    }

    Map<String, Long> underWay() {
        return underWay;
    }

    Map<String, Long> notChecked() {
        return notChecked;
    }
}

package dev.postwire.local.erase;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What was searched for, where it was before and is now, and what could not be proven. */
final class Proof {
    private int pieces;
    private int shared;
    private long compactedMillis;
    private long millis;
    private final Set<String> sharing = new TreeSet<>();
    private final Set<String> before = new TreeSet<>();
    private final Set<String> remains = new TreeSet<>();
    private final Set<String> unproven = new TreeSet<>();

    /**
     * @param left pieces to search for
     * @param dropped pieces that stand under another id as well
     * @param with whom they are shared
     */
    void pieces(int left, int dropped, Set<String> with) {
        pieces = left;
        shared = dropped;
        sharing.addAll(with);
        if (dropped > 0) unproven.add(dropped + " pieces that others posted too: these keep them");
        if (left == 0) unproven.add("everything: no piece is this post's alone, so none could be searched for");
    }

    void before(Set<String> tables, Set<String> files) {
        tables.forEach(table -> before.add("table " + table));
        files.forEach(file -> before.add("file " + file));
    }

    void checkpointed(boolean done) {
        if (!done) unproven.add("the database's log: the role may write no checkpoint (GRANT pg_checkpoint)");
    }

    void remains(String where) {
        remains.add(where);
    }

    void unproven(String what) {
        unproven.add(what);
    }

    void compactedMillis(long compacted) {
        compactedMillis = compacted;
    }

    void millis(long all) {
        millis = all;
    }

    /** What has been shown. */
    enum Verdict {
        ERASED("erased: nothing holds it, after %.1f s (topics compacted after %.1f s)"),
        REMAINS("NOT erased, %.1f s"),
        /** Without a piece to search for nothing was found, which shows nothing. */
        NOTHING_SEARCHED(
                "asked for, but nothing could be searched for: no bytes under this id that are its alone, %.1f s");

        private final String line;

        Verdict(String line) {
            this.line = line;
        }
    }

    Verdict verdict() {
        if (!remains.isEmpty()) return Verdict.REMAINS;
        return pieces == 0 ? Verdict.NOTHING_SEARCHED : Verdict.ERASED;
    }

    String json(String id) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("id", id).put("erased", verdict() == Verdict.ERASED);
        root.put("searched", pieces > 0).put("millis", millis).put("compactedMillis", compactedMillis);
        root.put("pieces", pieces).put("sharedPieces", shared);
        list(root.putArray("sharedWith"), sharing);
        list(root.putArray("before"), before);
        list(root.putArray("remains"), remains);
        list(root.putArray("unproven"), unproven);
        return root.toPrettyString();
    }

    private static void list(ArrayNode array, Collection<String> strings) {
        strings.forEach(array::add);
    }

    String text(String id) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "searched for %d pieces of %s, found before in %d places besides the topics%n",
                pieces,
                id,
                before.size()));
        before.forEach(place -> text.append("  was in    ").append(place).append('\n'));
        remains.forEach(place -> text.append("  STILL IN  ").append(place).append('\n'));
        unproven.forEach(what -> text.append("  not proven: ").append(what).append('\n'));
        text.append(String.format(Locale.ROOT, verdict().line, millis / 1000.0, compactedMillis / 1000.0));
        return text.toString();
    }
}

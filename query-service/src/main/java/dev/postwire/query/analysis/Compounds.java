package dev.postwire.query.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes a long word apart where two words meet in it: Stadtentwicklung is Stadt and Entwicklung. Its letters alone decide, so a word is taken
 * apart alike in a post and in a question. Safe for any number of threads; what it knows is loaded when the first long word comes.
 */
final class Compounds {
    /** A shorter one is hardly made of two. */
    static final int SHORTEST = 2 * WordJoints.RUN;

    /** A longer one is no word that anybody writes. */
    static final int LONGEST = 80;

    /** Splitting right costs less than it would, where a word is hardly ever met as a whole. */
    private static final float LEAST = -4;

    /** What a letter between the two words makes less likely. */
    private static final float LINK = 0.5f;

    private final Supplier<WordJoints> loading;
    private volatile WordJoints joints;

    Compounds(Supplier<WordJoints> loading) {
        this.loading = loading;
    }

    static Compounds of(String language, String... links) {
        return new Compounds(() -> WordJoints.load(language, List.of(links)));
    }

    /** In their order, without what links them; empty for a word that is not made of others. */
    List<String> parts(String word) {
        if (word.length() < SHORTEST || word.length() > LONGEST) return List.of();
        List<String> parts = new ArrayList<>();
        add(word, parts);
        return parts.size() == 1 ? List.of() : parts;
    }

    private void add(String word, List<String> parts) {
        Joint best = word.length() < SHORTEST ? Joint.NONE : best(word);
        if (best == Joint.NONE) {
            parts.add(word);
            return;
        }
        add(word.substring(0, best.end), parts);
        add(word.substring(best.start), parts);
    }

    /** Where one word ends and the next starts. */
    private record Joint(int end, int start, float likely) {
        static final Joint NONE = new Joint(0, 0, LEAST);
    }

    private Joint best(String word) {
        WordJoints known = joints();
        int[] letters = known.read(word);
        Joint best = Joint.NONE;
        for (int start = WordJoints.RUN; start <= letters.length - WordJoints.RUN; start++) {
            best = better(best, start, known.meeting(letters, start, start), start);
            for (String link : known.links()) {
                int end = start - link.length();
                if (end < WordJoints.RUN || !word.startsWith(link, end)) continue;
                best = better(best, end, known.meeting(letters, end, start) - LINK, start);
            }
        }
        return best;
    }

    private static Joint better(Joint best, int end, float likely, int start) {
        return likely > best.likely ? new Joint(end, start, likely) : best;
    }

    private WordJoints joints() {
        WordJoints ready = joints;
        if (ready != null) return ready;
        synchronized (this) {
            if (joints == null) joints = loading.get();
            return joints;
        }
    }
}

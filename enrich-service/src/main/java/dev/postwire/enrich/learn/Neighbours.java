package dev.postwire.enrich.learn;

import java.util.HashMap;
import java.util.Map;

/** What the posts most like one say of its tags. */
final class Neighbours {
    /** Tags that none of so many nearest posts has are not looked at. */
    private static final int ASKED = 100;

    private static final int NEAR = 10;
    private static final int FAR = 30;
    private static final double STEEPNESS = 1.5;

    /** What they say of one tag. */
    static final class Say {
        /** The share of the nearest ten's similarities that theirs is who have the tag. */
        float near;
        /** The same of thirty. */
        float far;
        /** The similarity of the nearest one that has it. */
        float nearest;
        /** The sum of the similarities of all that have it. */
        float sum;

        /** The number of the nearest one. */
        int post = -1;
    }

    private final Map<Integer, Say> says = new HashMap<>();
    private static final Say NOTHING = new Say();

    /** @param self the number of the asking post, which has no say; -1 where it is none of these */
    Neighbours(TaggedPost[] posts, float[] similarity, int self) {
        if (self >= 0) similarity[self] = 0;
        int[] nearest = Top.of(similarity, 0, ASKED);
        double near = 1e-9;
        double far = 1e-9;
        for (int i = 0; i < Math.min(FAR, nearest.length); i++) {
            double share = Math.pow(similarity[nearest[i]], STEEPNESS);
            if (i < NEAR) near += share;
            far += share;
        }
        for (int i = 0; i < nearest.length; i++) {
            double share = i < FAR ? Math.pow(similarity[nearest[i]], STEEPNESS) : 0;
            for (int label : posts[nearest[i]].labels()) {
                Say say = says.computeIfAbsent(label, l -> new Say());
                if (i < NEAR) say.near += (float) (share / near);
                if (i < FAR) say.far += (float) (share / far);
                if (say.post >= 0) continue;
                say.nearest = similarity[nearest[i]];
                say.post = nearest[i];
            }
        }
        for (int number = 0; number < posts.length; number++) {
            if (similarity[number] <= 0) continue;
            for (int label : posts[number].labels()) {
                Say say = says.get(label);
                if (say != null) say.sum += similarity[number];
            }
        }
    }

    Map<Integer, Say> says() {
        return says;
    }

    Say of(int label) {
        return says.getOrDefault(label, NOTHING);
    }
}

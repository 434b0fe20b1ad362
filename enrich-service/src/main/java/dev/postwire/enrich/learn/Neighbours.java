package dev.postwire.enrich.learn;

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

    private static final Say NOTHING = new Say();

    /** By label, null where none of the nearest posts has it. */
    private final Say[] says;

    /** @param self the number of the asking post, which has no say; -1 where it is none of these */
    Neighbours(SiteIndex site, float[] similarity, int self) {
        says = new Say[site.tags.size()];
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
            for (int label : site.posts[nearest[i]].labels()) {
                if (says[label] == null) says[label] = new Say();
                Say say = says[label];
                if (i < NEAR) say.near += (float) (share / near);
                if (i < FAR) say.far += (float) (share / far);
                if (say.post >= 0) continue;
                say.nearest = similarity[nearest[i]];
                say.post = nearest[i];
            }
        }
        float[] sums = site.sums(similarity);
        for (int label = 0; label < says.length; label++) if (says[label] != null) says[label].sum = sums[label];
    }

    Say of(int label) {
        return says[label] == null ? NOTHING : says[label];
    }
}

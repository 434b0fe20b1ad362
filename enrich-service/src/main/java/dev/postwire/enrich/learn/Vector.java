package dev.postwire.enrich.learn;

/** Terms of a table with their weights; the length of it all is one, or zero. */
record Vector(int[] ids, float[] weights) {
    int size() {
        return ids.length;
    }

    double dot(float[] other) {
        double sum = 0;
        for (int i = 0; i < ids.length; i++) sum += weights[i] * other[ids[i]];
        return sum;
    }
}

package dev.postwire.enrich.learn;

import java.util.Arrays;

/** One linear model a tag, over the terms of one table; asked for all tags at once. Immutable. */
final class LinearModels {
    /** What a tag has that has no model. */
    static final float UNKNOWN = Float.NaN;

    /**
     * The model of one tag.
     *
     * @param steps of each term its weight in units of {@code unit}
     */
    record Weights(int[] ids, short[] steps, float unit, float bias) {
        static Weights of(int[] ids, float[] weights, float bias) {
            float most = 1e-9f;
            for (float weight : weights) most = Math.max(most, Math.abs(weight));
            float unit = most / Short.MAX_VALUE;
            short[] steps = new short[ids.length];
            for (int i = 0; i < ids.length; i++) steps[i] = (short) Math.round(weights[i] / unit);
            return new Weights(ids, steps, unit, bias);
        }
    }

    private final float[] bias;
    private final float[] unit;
    private final int[] starts;
    private final char[] labels;
    private final short[] steps;

    /** @param models by label, null where there is none */
    LinearModels(Weights[] models, int terms) {
        bias = new float[models.length];
        unit = new float[models.length];
        Arrays.fill(bias, UNKNOWN);
        starts = new int[terms + 1];
        for (Weights model : models) if (model != null) for (int id : model.ids()) starts[id + 1]++;
        for (int i = 0; i < terms; i++) starts[i + 1] += starts[i];
        labels = new char[starts[terms]];
        steps = new short[starts[terms]];
        int[] next = Arrays.copyOf(starts, starts.length);
        for (int label = 0; label < models.length; label++) {
            Weights model = models[label];
            if (model == null) continue;
            bias[label] = model.bias();
            unit[label] = model.unit();
            for (int i = 0; i < model.ids().length; i++) {
                int at = next[model.ids()[i]]++;
                labels[at] = (char) label;
                steps[at] = model.steps()[i];
            }
        }
    }

    /** Of each label; {@link #UNKNOWN} where it has no model. */
    float[] scores(Vector post) {
        float[] sums = new float[bias.length];
        for (int i = 0; i < post.size(); i++) {
            float weight = post.weights()[i];
            int end = starts[post.ids()[i] + 1];
            for (int at = starts[post.ids()[i]]; at < end; at++) sums[labels[at]] += weight * steps[at];
        }
        for (int label = 0; label < sums.length; label++) sums[label] = sums[label] * unit[label] + bias[label];
        return sums;
    }

    /** How much a term adds for a label for each unit of its weight in the post; 0 where it does nothing. */
    float weight(int term, int label) {
        int at = Arrays.binarySearch(labels, starts[term], starts[term + 1], (char) label);
        return at < 0 ? 0 : steps[at] * unit[label];
    }

    /** The models again, by label. */
    Weights[] all() {
        int[] sizes = new int[bias.length];
        for (char label : labels) sizes[label]++;
        Weights[] models = new Weights[bias.length];
        for (int label = 0; label < models.length; label++) {
            if (Float.isNaN(bias[label])) continue;
            models[label] = new Weights(new int[sizes[label]], new short[sizes[label]], unit[label], bias[label]);
        }
        int[] next = new int[bias.length];
        for (int term = 0; term < starts.length - 1; term++) {
            for (int at = starts[term]; at < starts[term + 1]; at++) {
                Weights model = models[labels[at]];
                model.ids()[next[labels[at]]] = term;
                model.steps()[next[labels[at]]++] = steps[at];
            }
        }
        return models;
    }
}

package dev.postwire.enrich.language;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;

/**
 * How the languages of one script are told apart: a linear model over {@link Ngrams}, a row of weights each, softmax at the
 * end. Immutable, shared by all threads.
 */
final class ScriptModel {
    private static final int MOST_NGRAMS = 4_000;

    private final List<String> languages;
    private final int bits;
    private final float[] prior;
    private final float step;
    /** Evidence grows less than its amount, by this exponent: neighbouring runs of characters mostly repeat each other. */
    private final float growth;
    /** How likely a single n-gram says nothing, as those of names do. */
    private final float doubt;

    private final WeightTable weights;

    private ScriptModel(DataInputStream in) throws IOException {
        languages = List.of(in.readUTF().split(" "));
        bits = in.readUnsignedByte();
        step = in.readFloat();
        growth = in.readFloat();
        doubt = in.readFloat();
        prior = new float[languages.size()];
        for (int i = 0; i < prior.length; i++)
            prior[i] = in.readFloat() + (float) Math.log(Prevalence.of(languages.get(i)));
        weights = WeightTable.read(in, 1 << bits, prior.length);
    }

    static ScriptModel read(DataInputStream in) throws IOException {
        return new ScriptModel(in);
    }

    List<String> languages() {
        return languages;
    }

    /** Each language's probability, in their order; null where there is no word to look at. */
    double[] probabilities(List<String> words) {
        int[] rows = Ngrams.rows(words, bits, MOST_NGRAMS);
        if (rows.length == 0) return null;
        int[] sums = weights.sums(rows);
        double scale = step / Math.pow(rows.length, growth);
        double[] scores = new double[sums.length];
        for (int i = 0; i < scores.length; i++) scores[i] = prior[i] + sums[i] * scale;
        return Softmax.doubted(scores, doubt / rows.length);
    }
}

package dev.postwire.enrich.tag;

import dev.postwire.enrich.trees.Forest;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * How probably an author of whom nothing is known gives a suggested tag. Learned by {@code deploy/bench/run train-tags}, which says
 * from what in the resource itself. Immutable; thread-safe.
 *
 * @param provenance what it was learned from, and how well it did on sites it had not seen
 * @param least the probability from which on a tag is given
 * @param slope with {@code offset}: makes of the trees' logarithm of the odds one that holds on sites not seen
 */
record ColdModel(String provenance, TagHabits habits, Forest trees, double least, double slope, double offset) {
    static final int FORMAT = 1;
    private static final String RESOURCE = "cold.model";

    /** The one that came with this version. */
    static ColdModel builtIn() {
        return BuiltIn.MODEL;
    }

    static ColdModel read(DataInputStream in) throws IOException {
        if (in.readInt() != FORMAT) throw new IOException("a model of another format");
        String provenance = in.readUTF();
        double least = in.readDouble();
        double slope = in.readDouble();
        double offset = in.readDouble();
        TagHabits habits = TagHabits.read(in);
        return new ColdModel(
                provenance, habits, Forest.read(in, SuggestionFeatures.NAMES.size()), least, slope, offset);
    }

    /** For a row of {@link SuggestionFeatures}. */
    double probability(float[] row) {
        return calibrated(trees.probability(row), slope, offset);
    }

    /** Of each row. */
    double[] probabilities(float[][] rows) {
        float[] uncalibrated = trees.probabilities(rows);
        double[] probabilities = new double[rows.length];
        for (int i = 0; i < rows.length; i++) probabilities[i] = calibrated(uncalibrated[i], slope, offset);
        return probabilities;
    }

    static double calibrated(double probability, double slope, double offset) {
        double odds = Math.log(probability / (1 - probability));
        return 1 / (1 + Math.exp(-slope * odds - offset));
    }

    private static final class BuiltIn {
        static final ColdModel MODEL = load();

        private static ColdModel load() {
            try (InputStream resource = ColdModel.class.getResourceAsStream(RESOURCE);
                    DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(resource)))) {
                return read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package dev.postwire.enrich.language;

/** What a model that has not seen a text's source makes of a cut of it, before calibration. */
record Trial(float[] sums, int rows, double[] prior, int language, int words) {
    /** As {@link ScriptModel} gives them. */
    double[] probabilities(Calibration calibration) {
        double scale = calibration.sharpness() / Math.pow(rows, calibration.growth());
        double[] scores = prior.clone();
        for (int i = 0; i < scores.length; i++) scores[i] += sums[i] * scale;
        return Softmax.doubted(scores, calibration.doubt() / rows);
    }
}

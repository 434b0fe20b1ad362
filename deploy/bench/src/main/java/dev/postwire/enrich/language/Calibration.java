package dev.postwire.enrich.language;

import java.util.List;
import java.util.Locale;

/**
 * How far a model's sums of weights are to be trusted: they are multiplied by {@code sharpness / rows ^ growth}, and with a
 * probability of {@code doubt / rows} they say nothing, as names do. Fitted on texts of sources that the model has not
 * seen, by the mean logarithmic loss.
 */
record Calibration(double sharpness, double growth, double doubt) {
    /** Where the search starts: about as learned. */
    static final Calibration NONE = new Calibration(1, 0.25, 0.5);

    /** What no text of a source held back was like may yet be met. */
    private static final double LEAST_DOUBT = 0.02;

    /** Goes downhill from there, by ever smaller steps. */
    static Calibration of(List<Trial> trials) {
        Calibration best = NONE;
        double least = best.loss(trials);
        for (double step = 0.32; step > 0.01; step /= 2) {
            for (boolean better = true; better; ) {
                better = false;
                for (Calibration near : best.near(step)) {
                    double loss = near.loss(trials);
                    if (loss >= least) continue;
                    least = loss;
                    best = near;
                    better = true;
                }
            }
        }
        return best;
    }

    private List<Calibration> near(double step) {
        double factor = StrictMath.exp(step);
        double more = step / 4;
        // A text of a hundred rows is scored alike whatever the growth: so the two are fitted almost apart.
        double turn = StrictMath.pow(100, more);
        return List.of(
                new Calibration(sharpness * factor, growth, doubt),
                new Calibration(sharpness / factor, growth, doubt),
                new Calibration(sharpness * turn, growth + more, doubt),
                new Calibration(sharpness / turn, growth - more, doubt),
                new Calibration(sharpness, growth, doubt * factor),
                new Calibration(sharpness, growth, Math.max(LEAST_DOUBT, doubt / factor)));
    }

    double loss(List<Trial> trials) {
        double[] losses = trials.parallelStream()
                .mapToDouble(trial -> -StrictMath.log(Math.max(1e-12, trial.probabilities(this)[trial.language()])))
                .toArray();
        double sum = 0;
        for (double loss : losses) sum += loss;
        return sum / Math.max(1, losses.length);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "sharpness %.2f, growth %.2f, doubt %.2f", sharpness, growth, doubt);
    }
}

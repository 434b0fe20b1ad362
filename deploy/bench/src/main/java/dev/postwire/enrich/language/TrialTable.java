package dev.postwire.enrich.language;

import dev.postwire.bench.accuracy.Table;
import java.util.List;
import java.util.Locale;

/** How often cuts of unseen sources were told right, by the number of their words. */
record TrialTable(List<Trial> trials, Calibration calibration) {
    private static final int[] FROM = {1, 2, 3, 5, 9, 21};

    @Override
    public String toString() {
        int[] all = new int[FROM.length];
        int[] right = new int[FROM.length];
        int[] given = new int[FROM.length];
        for (Trial trial : trials) {
            int bin = FROM.length - 1;
            while (trial.words() < FROM[bin]) bin--;
            double[] probabilities = trial.probabilities(calibration);
            int likeliest = 0;
            for (int i = 1; i < probabilities.length; i++)
                if (probabilities[i] > probabilities[likeliest]) likeliest = i;
            all[bin]++;
            if (likeliest != trial.language()) continue;
            right[bin]++;
            if (probabilities[likeliest] >= Detection.LEAST_CONFIDENCE) given[bin]++;
        }
        Table table = new Table(List.of("words from", "cuts", "likeliest right", "given and right"));
        for (int i = 0; i < FROM.length; i++) {
            table.row(List.of(
                    Integer.toString(FROM[i]),
                    Integer.toString(all[i]),
                    String.format(Locale.ROOT, "%.4f", right[i] / (double) all[i]),
                    String.format(Locale.ROOT, "%.4f", given[i] / (double) all[i])));
        }
        return table.toString();
    }
}

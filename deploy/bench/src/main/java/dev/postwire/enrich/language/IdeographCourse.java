package dev.postwire.enrich.language;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chinese and Japanese cuts of whole sources, as statistics of the other sources see them. */
record IdeographCourse(Corpus corpus) {
    private static final List<String> LANGUAGES = List.of("zh", "ja");
    private static final List<String> HELD_OUT = List.of("chrome", "electron", "typescript");
    private static final int TRIALS = 3_000;
    private static final int MOST_CHARACTERS = 40;

    List<Trial> crossValidated() {
        List<Trial> trials = new ArrayList<>();
        for (String source : HELD_OUT) {
            if (!corpus.only(source).languages().keySet().containsAll(LANGUAGES)) continue;
            Ideographs model = new Ideographs(IdeographStatistics.of(corpus.without(source)), 1, 0, 0);
            SplittableRandom random = new SplittableRandom(42);
            for (int i = 0; i < TRIALS * LANGUAGES.size(); i++) {
                int language = i % LANGUAGES.size();
                List<String> pieces =
                        corpus.languages().get(LANGUAGES.get(language)).get(source);
                String cut = cut(pieces.get(random.nextInt(pieces.size())), random);
                Ideographs.Evidence evidence = model.evidence(cut);
                if (evidence.characters() == 0) continue;
                float[] sums = {0, (float) evidence.sum()};
                trials.add(new Trial(sums, evidence.characters(), new double[2], language, evidence.characters()));
            }
        }
        return trials;
    }

    private static String cut(String piece, SplittableRandom random) {
        String glued = piece.replace(" ", "");
        int length = (int) StrictMath.exp(random.nextDouble() * StrictMath.log(MOST_CHARACTERS + 1.0));
        int spare = glued.length() - length;
        int start = spare <= 0 || random.nextBoolean() ? 0 : random.nextInt(spare + 1);
        return glued.substring(start, Math.min(glued.length(), start + length));
    }
}

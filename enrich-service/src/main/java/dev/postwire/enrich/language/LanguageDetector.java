package dev.postwire.enrich.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Detects the language of a text from its script and from the words of a few runs of it, spread evenly: the language
 * of most runs is the text's, so neither a quotation at its start nor a menu decides. Confidence is calibrated: of texts
 * said to be in a language with confidence p, about p are. At most {@value #READ_CHARS} characters are read, however long the
 * text; thread-safe.
 */
public final class LanguageDetector {
    private static final int PIECES = 8;
    private static final int PIECE_CHARS = 240;
    /** A text up to this length is read as a whole. */
    private static final int READ_CHARS = PIECES * PIECE_CHARS;
    /** As many words as all but always say it. */
    private static final int RUN_WORDS = 24;

    private static final int RUNS = 7;
    /** So many runs that agree need no other. */
    private static final int ENOUGH = 3;

    private static final double AGREED = 0.99;
    /** The share of runs that may be in any other language: what one run says is never final for the whole. */
    private static final double OTHER = 0.02;

    private static final double LANGUAGES = 100;
    /** Fewer Latin letters are no text; an ideograph counts for several. */
    private static final double LEAST_LETTERS = 3;

    private static final Script[] SCRIPTS = Script.values();

    private final LanguageModel model = LanguageModel.instance();

    public Detection detect(String text) {
        String read = sample(text);
        Map<Script, Double> shares = shares(read);
        double letters = shares.values().stream().mapToDouble(share -> share).sum();
        Map<String, Double> best = Map.of();
        if (letters < LEAST_LETTERS * Script.LATIN.weight) return new Detection(best);
        List<Script> scripts = new ArrayList<>(shares.keySet());
        scripts.sort(Comparator.comparingDouble(script -> -shares.get(script)));
        // Where the first leaves it open, as Latin names in a short title in ideographs do, the next may say it. But
        // Latin
        // words beside more of another script are names.
        for (Script script : scripts) {
            if (script == Script.LATIN && !best.isEmpty()) continue;
            Map<String, Double> found = read(read, script);
            if (highest(found) > highest(best)) best = found;
            if (highest(best) >= Detection.LEAST_CONFIDENCE) break;
        }
        return new Detection(best);
    }

    private Map<String, Double> read(String text, Script script) {
        if (!script.hasWords()) return model.probabilities(text, script);
        List<String> words = Words.of(text, script);
        List<double[]> runs = new ArrayList<>();
        for (List<String> run : runs(words)) {
            double[] found = model.probabilities(run, script);
            if (found != null) runs.add(found);
            if (runs.size() == ENOUGH && agree(runs)) break;
        }
        if (runs.isEmpty()) return Map.of();
        double[] found = runs.size() == 1 ? runs.get(0) : together(runs);
        List<String> languages = model.languages(script);
        Map<String, Double> probabilities = new HashMap<>();
        for (int i = 0; i < found.length; i++) probabilities.put(languages.get(i), found[i]);
        return probabilities;
    }

    /** The text, or pieces of it spread evenly. */
    private static String sample(String text) {
        if (text.length() <= READ_CHARS) return text;
        StringBuilder sample = new StringBuilder(READ_CHARS + 2 * PIECES);
        double step = (text.length() - PIECE_CHARS) / (double) (PIECES - 1);
        for (int i = 0; i < PIECES; i++) {
            int start = wordStart(text, (int) (i * step));
            int end = wordStart(text, Math.min(text.length(), start + PIECE_CHARS));
            sample.append(text, start, end).append('\n');
        }
        return sample.toString();
    }

    /** The next place after white space, if one is near. */
    private static int wordStart(String text, int near) {
        if (near == 0 || near >= text.length()) return near;
        int end = Math.min(text.length(), near + PIECE_CHARS / 8);
        for (int i = near; i < end; i++) if (Character.isWhitespace(text.charAt(i - 1))) return i;
        return Character.isLowSurrogate(text.charAt(near)) ? near + 1 : near;
    }

    /** Runs of about as many words each, those first that have soon seen all of the text: middle, end, start, and the rest. */
    private static List<List<String>> runs(List<String> words) {
        int all = Math.max(1, (words.size() + RUN_WORDS - 1) / RUN_WORDS);
        int count = Math.min(RUNS, all);
        List<List<String>> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int run = count == 1 ? 0 : (int) ((long) i * (all - 1) / (count - 1));
            runs.add(words.subList(run * words.size() / all, (run + 1) * words.size() / all));
        }
        if (count > ENOUGH) {
            runs.add(0, runs.remove(count / 2));
            runs.add(1, runs.remove(count - 1));
        }
        return runs;
    }

    private static Map<Script, Double> shares(String text) {
        double[] weights = new double[SCRIPTS.length];
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            Script script = Character.isLetter(point) ? Script.of(point) : null;
            if (script != null)
                weights[script.ordinal()] += script == Script.OWN ? Script.weight(point) : script.weight;
        }
        Map<Script, Double> shares = new EnumMap<>(Script.class);
        for (Script script : SCRIPTS) if (weights[script.ordinal()] > 0) shares.put(script, weights[script.ordinal()]);
        return shares;
    }

    private static double highest(Map<String, Double> probabilities) {
        double highest = 0;
        for (double probability : probabilities.values()) highest = Math.max(highest, probability);
        return highest;
    }

    private static boolean agree(List<double[]> runs) {
        int first = 0;
        for (int i = 1; i < runs.get(0).length; i++) if (runs.get(0)[i] > runs.get(0)[first]) first = i;
        for (double[] run : runs) if (run[first] < AGREED) return false;
        return true;
    }

    private static double[] together(List<double[]> runs) {
        double[] scores = new double[runs.get(0).length];
        for (double[] run : runs)
            for (int i = 0; i < scores.length; i++) scores[i] += Math.log((1 - OTHER) * run[i] + OTHER / LANGUAGES);
        return Softmax.of(scores);
    }
}

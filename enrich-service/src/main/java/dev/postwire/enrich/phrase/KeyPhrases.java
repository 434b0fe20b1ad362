package dev.postwire.enrich.phrase;

import dev.postwire.enrich.phrase.KeyPhrase.Place;
import dev.postwire.enrich.word.PostWords;
import dev.postwire.enrich.word.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Finds what a post is about in its own words, whatever its language: phrases of one to four words (of up to eight characters in
 * scripts without spaces) that are frequent, early, spread, and stand in the title, in section titles or in links. Phrases that
 * stand nowhere outside of one longer phrase are part of it. Features after YAKE (Campos et al., 2020) and C-value (Frantzi et
 * al., 2000). Linear in the text; the same post gives the same phrases.
 */
public final class KeyPhrases {
    /** Enough to know its written forms and to show where it stands. */
    private static final int MOST_PLACES = 8;

    private final PhraseFinder finder;
    private final PhraseTable table;
    private final Lexicon lexicon;
    private final int[] absorbed;

    private KeyPhrases(PostWords post, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.finder = new PhraseFinder(post, lexicon);
        this.table = finder.table;
        this.absorbed = new int[table.size()];
        for (int phrase = 0; phrase < table.size(); phrase++) absorb(phrase);
    }

    /** The phrases that stand out most, at most that many, the first one most of all. */
    public static List<KeyPhrase> of(PostWords post, Lexicon lexicon, int most) {
        return new KeyPhrases(post, lexicon).best(most);
    }

    /** Takes from its parts what belongs to the longer phrase. */
    private void absorb(int phrase) {
        int words = table.words[phrase];
        int count = table.counts[phrase];
        if (words == 1 || count == 0 || !isKept(phrase)) return;
        int start = table.first(phrase);
        for (int length = 1; length < words; length++) {
            for (int from = start; from + length <= start + words; from++) {
                int part = table.known(finder.key(false, from, length));
                if (part >= 0) absorbed[part] = Math.max(absorbed[part], count);
            }
        }
    }

    /** A row of words that stands once, in plain text, is a phrase by chance. */
    private boolean isKept(int phrase) {
        return table.counts[phrase] > 1
                || table.titles[phrase] >= 0
                || table.words[phrase] == 1
                || table.capitals[phrase] > 0
                || table.headings[phrase] > 0
                || table.links[phrase] > 0;
    }

    private List<KeyPhrase> best(int most) {
        PriorityQueue<Scored> best = new PriorityQueue<>(Comparator.reverseOrder());
        for (int phrase = 0; phrase < table.size(); phrase++) {
            if (!isKept(phrase)) continue;
            double score = score(phrase);
            if (score <= 0) continue;
            Scored scored = new Scored(phrase, score);
            if (best.size() == most) {
                if (scored.compareTo(best.peek()) > 0) continue;
                best.poll();
            }
            best.add(scored);
        }
        List<Scored> order = new ArrayList<>(best);
        order.sort(null);
        return order.stream().map(this::phrase).toList();
    }

    /** The best first; of two alike the one that came first. */
    private record Scored(int phrase, double score) implements Comparable<Scored> {
        @Override
        public int compareTo(Scored other) {
            int byScore = Double.compare(other.score, score);
            return byScore != 0 ? byScore : Integer.compare(phrase, other.phrase);
        }
    }

    private double score(int phrase) {
        boolean ofTitle = table.counts[phrase] == 0;
        int start = ofTitle ? table.titles[phrase] : table.first(phrase);
        int words = table.words[phrase];
        double rarity = finder.rarity(ofTitle, start, words);
        double habit = lexicon.habit(finder.key(ofTitle, start, words));
        int count = table.counts[phrase];
        double own = count == 0 ? 1 : 1 - 0.8 * Math.min(count, absorbed[phrase]) / count;
        double frequency = Math.log(1 + own * count)
                + (table.titles[phrase] >= 0 ? 1.5 * own : 0)
                + (table.headings[phrase] > 0 ? 0.5 : 0)
                + (table.links[phrase] > 0 ? 0.2 : 0)
                + 0.3 * table.capitals[phrase] / Math.max(1, count);
        double early = ofTitle ? 1 : 0.6 + 0.4 * Math.exp(-start / 150.0);
        double spread = 0.8 + 0.05 * Integer.bitCount(table.parts[phrase]);
        double length = words == 1 ? 1 : words == 2 ? 1.1 : words == 3 ? 0.9 : 0.7;
        return frequency * early * spread * length * (rarity * rarity + 2 * habit);
    }

    private KeyPhrase phrase(Scored scored) {
        int phrase = scored.phrase;
        int words = table.words[phrase];
        boolean ofTitle = table.counts[phrase] == 0;
        int[] places = ofTitle ? new int[0] : table.places(phrase, MOST_PLACES);
        int start = ofTitle ? table.titles[phrase] : places[0];
        int count = table.counts[phrase];
        List<Place> spans = new ArrayList<>(places.length);
        for (int place : places) spans.add(new Place(place, place + words - 1));
        return new KeyPhrase(
                finder.stems(ofTitle, start, words),
                ofTitle ? written(finder.post.title(), start, words) : label(places, words),
                words,
                scored.score,
                table.titles[phrase],
                table.titles[phrase] < 0 ? "" : written(finder.post.title(), table.titles[phrase], words),
                count,
                count - Math.min(count, absorbed[phrase]),
                Integer.bitCount(table.parts[phrase]),
                table.headings[phrase],
                table.links[phrase],
                table.capitals[phrase],
                finder.rarity(ofTitle, start, words),
                spans);
    }

    /** The most frequent form; one that begins a sentence counts for half, for its capital may come from there. */
    private String label(int[] places, int words) {
        Map<String, Integer> forms = new HashMap<>();
        String best = "";
        int most = 0;
        for (int place : places) {
            String form = written(finder.post.text(), place, words);
            int count = forms.merge(form, finder.post.text().startsSentence(place) ? 1 : 2, Integer::sum);
            if (count > most || count == most && form.length() < best.length()) {
                best = form;
                most = count;
            }
        }
        return best;
    }

    /** What stands before the word as one writes it on a line. */
    private static String joint(Words text, int word) {
        String joint = text.text().substring(text.end(word - 1), text.start(word));
        return joint.isBlank() && !joint.isEmpty() ? " " : joint;
    }

    private static String written(Words text, int first, int words) {
        StringBuilder written = new StringBuilder();
        for (int word = first; word < first + words; word++) {
            if (word > first) written.append(joint(text, word));
            written.append(text.written(word));
        }
        return written.toString();
    }
}

package dev.postwire.enrich.phrase;

import dev.postwire.enrich.word.PostWords;
import dev.postwire.enrich.word.Stems;
import dev.postwire.enrich.word.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts the phrases of one post. A phrase begins and ends with words that are no stop words, and no sign parts its words. In
 * scripts that put no space between words, it is a row of up to eight characters.
 */
final class PhraseFinder {
    /** What a longer text is about it says by then. */
    static final int MOST_WORDS = 15_000;

    private static final int LONGEST = 4;
    private static final int LONGEST_UNSPACED = 8;
    private static final int PARTS = 8;

    final PhraseTable table = new PhraseTable();
    final PostWords post;
    final int size;
    private final Optional<Set<String>> stopWords;
    private final Lexicon lexicon;
    private final Map<String, Stem> stems = new HashMap<>();
    private final Stem[] text;
    private final Stem[] title;
    /** Words of the text with a capital where none need be; one may if a sentence begins with it. */
    private final boolean[] capitals;

    private final boolean[] names;

    /** What needs to be known of a word once, however often it stands in a post. */
    private static final class Stem {
        final String text;
        final long key;
        final double rarity;
        int count;
        int parts;

        Stem(String text, Lexicon lexicon) {
            this.text = text;
            this.key = PhraseKey.word(text);
            this.rarity = lexicon.rarity(PhraseKey.with(PhraseKey.START, key));
        }
    }

    PhraseFinder(PostWords post, Lexicon lexicon) {
        this.post = post;
        this.lexicon = lexicon;
        this.size = Math.min(post.text().size(), MOST_WORDS);
        this.stopWords = StopWords.of(post.language());
        this.text = stems(post.text(), size);
        this.title = stems(post.title(), Math.min(post.title().size(), 100));
        this.capitals = new boolean[size];
        this.names = new boolean[size];
        count();
        if (title.length > 0) runs(post.title(), title, this::addTitle);
        runs(post.text(), text, this::addText);
    }

    private Stem[] stems(Words words, int count) {
        Stems stemmer = post.stems();
        Stem[] found = new Stem[count];
        for (int i = 0; i < count; i++)
            found[i] = stems.computeIfAbsent(stemmer.stem(words.folded(i)), stem -> new Stem(stem, lexicon));
        return found;
    }

    private void count() {
        for (int i = 0; i < size; i++) {
            text[i].count++;
            text[i].parts |= part(i);
            boolean mixed = post.text().isMixed(i);
            capitals[i] = mixed || post.text().isCapitalised(i);
            names[i] = mixed || capitals[i] && !post.text().startsSentence(i);
        }
    }

    int part(int word) {
        return 1 << (int) ((long) word * PARTS / Math.max(size, 1));
    }

    /** Takes one phrase of a text: its key, and its first and last word. */
    private interface Taker {
        void take(long key, int first, int last);
    }

    private void runs(Words words, Stem[] stems, Taker taker) {
        boolean[] edge = new boolean[stems.length];
        boolean[] inner = new boolean[stems.length];
        for (int i = 0; i < stems.length; i++) {
            inner[i] = stems != text || !post.code().get(i);
            edge[i] = inner[i] && !isStop(words, stems, i);
        }
        for (int first = 0; first < stems.length; first++) {
            if (!edge[first] || isNumber(words.folded(first))) continue;
            boolean unspaced = isUnspaced(words, first);
            int longest = Math.min(stems.length, first + (unspaced ? LONGEST_UNSPACED : LONGEST));
            long key = PhraseKey.START;
            for (int last = first; last < longest; last++) {
                if (last > first && (!inner[last] || !words.joinsPrevious(last))) break;
                if (unspaced && !edge[last]) break;
                key = PhraseKey.with(key, stems[last].key);
                if (edge[last] && (last > first || !unspaced)) taker.take(key, first, last);
            }
        }
    }

    private boolean isStop(Words words, Stem[] stems, int word) {
        String folded = words.folded(word);
        if (isHiragana(folded)) return true;
        if (folded.length() == 1 && folded.charAt(0) < 0x0E00) return true;
        if (stopWords.isPresent()) return stopWords.get().contains(folded);
        return isFrequentEverywhere(folded, stems[word]);
    }

    /** What holds sentences together is short, frequent and evenly spread, in every language that has words. */
    private boolean isFrequentEverywhere(String folded, Stem stem) {
        if (isUnspaced(folded)) return false;
        if (folded.length() <= 2) return true;
        if (folded.length() > 6 || Integer.bitCount(stem.parts) < 4) return false;
        return folded.length() == 3 ? stem.count >= 4 : size >= 200 && stem.count * 60 > size;
    }

    private static boolean isNumber(String folded) {
        for (int i = 0; i < folded.length(); i++) if (Character.isLetter(folded.charAt(i))) return false;
        return true;
    }

    private static boolean isUnspaced(Words words, int word) {
        return isUnspaced(words.folded(word));
    }

    /** Whether it is a piece of a word in a script without spaces. */
    private static boolean isUnspaced(String folded) {
        char first = folded.charAt(0);
        return first >= 0x0E00
                && (Character.isIdeographic(folded.codePointAt(0))
                        || first < 0x1100
                        || first >= 0x1780 && first < 0x1800);
    }

    /** Japanese puts its grammar into this script. */
    private static boolean isHiragana(String folded) {
        char first = folded.charAt(0);
        return first >= 0x3040 && first <= 0x309F;
    }

    private void addTitle(long key, int first, int last) {
        int phrase = table.find(key, last - first + 1);
        if (table.titles[phrase] < 0) table.titles[phrase] = first;
    }

    private void addText(long key, int first, int last) {
        int phrase = table.find(key, last - first + 1);
        table.place(phrase, first);
        table.parts[phrase] |= part(first);
        if (post.headings().get(first)) table.headings[phrase]++;
        if (post.links().get(first)) table.links[phrase]++;
        if (isName(first, last)) table.capitals[phrase]++;
    }

    /** Whether all of its words have a capital where none need be. */
    private boolean isName(int first, int last) {
        if (!names[first] || post.headings().get(first)) return false;
        for (int i = first + 1; i <= last; i++) if (!capitals[i]) return false;
        return true;
    }

    /** Of a row of words of the text, or of the title. */
    String stems(boolean ofTitle, int first, int count) {
        Stem[] from = ofTitle ? title : text;
        StringBuilder joined = new StringBuilder();
        for (int i = first; i < first + count; i++)
            joined.append(i == first ? "" : " ").append(from[i].text);
        return joined.toString();
    }

    long key(boolean ofTitle, int first, int count) {
        Stem[] from = ofTitle ? title : text;
        long key = PhraseKey.START;
        for (int i = first; i < first + count; i++) key = PhraseKey.with(key, from[i].key);
        return key;
    }

    /** The mean of its words'; stop words within it count for nothing. */
    double rarity(boolean ofTitle, int first, int count) {
        Stem[] from = ofTitle ? title : text;
        double sum = 0;
        for (int i = first; i < first + count; i++) sum += from[i].rarity;
        return sum / count;
    }
}

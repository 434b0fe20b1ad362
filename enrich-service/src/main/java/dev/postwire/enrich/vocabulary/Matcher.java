package dev.postwire.enrich.vocabulary;

import dev.postwire.enrich.word.PostWords;
import dev.postwire.enrich.word.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the labels that stand in a post: at each word the longest, none within another. Labels of the post's language and those
 * without one, English ones where a concept has none in the post's language. Linear in the post. Used by one thread.
 */
final class Matcher {
    /** A post that names more than this is a list, and nothing is about all of it. */
    private static final int MOST_HITS = 5_000;

    private final Lexicon lexicon;
    private final Names names;
    private final PostWords post;
    private final String language;
    private final long everywhere = PhraseHash.seed("");
    private final long english = PhraseHash.seed("en");
    private final long own;
    private final Forms forms;
    private final List<Hit> hits = new ArrayList<>();

    Matcher(Lexicon lexicon, PostWords post) {
        this.lexicon = lexicon;
        this.names = lexicon.names();
        this.post = post;
        String code = SkosHandler.primary(post.language());
        this.language = code.isEmpty() ? "en" : code;
        this.own = PhraseHash.seed(language);
        this.forms = new Forms(language, post.stems());
    }

    /** Those of the title first. */
    List<Hit> hits() {
        scan(post.title(), true);
        scan(post.text(), false);
        return hits;
    }

    private void scan(Words words, boolean title) {
        long[] folded = new long[words.size()];
        long[] stems = new long[words.size()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = PhraseHash.word(words.folded(i));
            stems[i] = PhraseHash.word(forms.form(words.folded(i)));
        }
        int at = 0;
        while (at < folded.length && hits.size() < MOST_HITS) {
            Hit hit = longest(folded, at, title, false);
            Hit stemmed = longest(stems, at, title, true);
            if (hit == null || stemmed != null && stemmed.last() > hit.last()) hit = stemmed;
            if (hit != null) hits.add(hit);
            at = hit == null ? at + 1 : hit.last() + 1;
        }
    }

    private Hit longest(long[] words, int first, boolean title, boolean stemmed) {
        int lengths = names.lengths(words[first], stemmed);
        if (lengths == 0) return null;
        int most = Math.min(31 - Integer.numberOfLeadingZeros(lengths), words.length - first);
        Hit best = null;
        long phrase = everywhere;
        long ownPhrase = own;
        long englishPhrase = english;
        for (int length = 1; length <= most; length++) {
            long word = words[first + length - 1];
            phrase = PhraseHash.and(phrase, word);
            ownPhrase = PhraseHash.and(ownPhrase, word);
            englishPhrase = PhraseHash.and(englishPhrase, word);
            if ((lengths & 1 << length) == 0) continue;
            int label = names.find(ownPhrase, stemmed);
            if (label == LongTable.ABSENT) label = names.find(phrase, stemmed);
            boolean foreign = false;
            if (label == LongTable.ABSENT && own != english) {
                label = names.find(englishPhrase, stemmed);
                foreign = true;
                if (label != LongTable.ABSENT && lexicon.speaks(names.concept(label), language)) continue;
            }
            if (label == LongTable.ABSENT) continue;
            best = new Hit(names.concept(label), label, title, first, first + length - 1, stemmed, foreign);
        }
        return best;
    }
}

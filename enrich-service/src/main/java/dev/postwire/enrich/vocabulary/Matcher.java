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
    private final PhraseTable table;
    private final List<Hit> hits = new ArrayList<>();
    private Words words;

    Matcher(Lexicon lexicon, PostWords post) {
        this.lexicon = lexicon;
        this.names = lexicon.names();
        this.post = post;
        String code = SkosHandler.primary(post.language());
        this.language = code.isEmpty() ? "en" : code;
        this.own = PhraseHash.seed(language);
        this.forms = new Forms(language, post.stems());
        this.table = names.forms(language);
    }

    /** Those of the title first. */
    List<Hit> hits() {
        scan(post.title(), true);
        scan(post.text(), false);
        return hits;
    }

    private void scan(Words words, boolean title) {
        this.words = words;
        long[] folded = new long[words.size()];
        long[] stems = new long[words.size()];
        for (int i = 0; i < folded.length; i++) {
            String word = words.folded(i);
            String form = forms.form(word);
            folded[i] = PhraseHash.word(word);
            // Most words are their own form.
            stems[i] = form.equals(word) ? folded[i] : PhraseHash.word(form);
        }
        int at = 0;
        while (at < folded.length && hits.size() < MOST_HITS) {
            Hit hit = longest(folded, at, title);
            Hit other = longestForm(stems, at, title);
            if (hit == null || other != null && other.last() > hit.last()) hit = other;
            if (hit != null) hits.add(hit);
            at = hit == null ? at + 1 : hit.last() + 1;
        }
    }

    private Hit longest(long[] hashes, int first, boolean title) {
        PhraseTable table = names.words();
        int lengths = table.lengths(hashes[first]);
        int most = longest(lengths, hashes.length - first);
        Hit best = null;
        long phrase = everywhere;
        long ownPhrase = own;
        long englishPhrase = english;
        for (int length = 1; length <= most; length++) {
            long word = hashes[first + length - 1];
            phrase = PhraseHash.and(phrase, word);
            ownPhrase = PhraseHash.and(ownPhrase, word);
            englishPhrase = PhraseHash.and(englishPhrase, word);
            if ((lengths & 1 << length) == 0) continue;
            int label = table.find(ownPhrase);
            if (label == LongTable.ABSENT) label = table.find(phrase);
            boolean foreign = label == LongTable.ABSENT && own != english;
            if (foreign) label = table.find(englishPhrase);
            if (label == LongTable.ABSENT) continue;
            if (foreign && lexicon.speaks(names.concept(label), language)) continue;
            if (!isPhrase(label, first, first + length - 1)) continue;
            best = new Hit(names.concept(label), label, title, first, first + length - 1, false, foreign);
        }
        return best;
    }

    /** A comma or a bracket makes two of the words, unless the label has it too; places have a comma before what they lie in. */
    private boolean isPhrase(int label, int first, int last) {
        String needed = names.signs(label);
        if (needed.isEmpty() && words.areOnePhrase(first, last)) return true;
        String signs = words.signs(first, last);
        boolean place = lexicon.concept(names.concept(label)).kind() == Kind.PLACE;
        return signs.equals(needed) || signs.isEmpty() && !needed.contains("+") || place && signs.equals(",");
    }

    private Hit longestForm(long[] hashes, int first, boolean title) {
        int lengths = table.lengths(hashes[first]);
        int most = longest(lengths, hashes.length - first);
        Hit best = null;
        long phrase = own;
        for (int length = 1; length <= most; length++) {
            phrase = PhraseHash.and(phrase, hashes[first + length - 1]);
            int label = (lengths & 1 << length) == 0 ? LongTable.ABSENT : table.find(phrase);
            if (label == LongTable.ABSENT || !isPhrase(label, first, first + length - 1)) continue;
            best = new Hit(names.concept(label), label, title, first, first + length - 1, true, false);
        }
        return best;
    }

    private static int longest(int lengths, int most) {
        return lengths == 0 ? 0 : Math.min(31 - Integer.numberOfLeadingZeros(lengths), most);
    }
}

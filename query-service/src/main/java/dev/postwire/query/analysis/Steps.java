package dev.postwire.query.analysis;

import com.ibm.icu.text.Normalizer2;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.tartarus.snowball.SnowballStemmer;

/** The steps that several languages share. */
final class Steps {
    private static final Normalizer2 CASE = Normalizer2.getNFKCCasefoldInstance();

    /** For private use in Unicode: no text has it, and no filter changes it. */
    private static final char PASSED = '\uE0F1';

    private Steps() {}

    /** One case and one way to write a letter: é is é, ﬁ is fi, Ａ is a. */
    static TokenStream lower(TokenStream input) {
        return new ICUNormalizer2Filter(input, CASE);
    }

    /** The same, and no marks: é is e. */
    static TokenStream folded(TokenStream input) {
        return new ASCIIFoldingFilter(new MarksFolding(lower(input)));
    }

    /** The same, but ñ, which is a letter of its own: año is not ano. */
    static TokenStream foldedButEnye(TokenStream input) {
        TokenStream passed = new Letters(lower(input), 'ñ', PASSED);
        return new Letters(new ASCIIFoldingFilter(new MarksFolding(passed)), PASSED, 'ñ');
    }

    static Chain.Step without(CharArraySet words) {
        return input -> new StopFilter(input, words);
    }

    /** Adds the words that compounds are made of. */
    static Chain.Step apart(Compounds compounds) {
        return input -> new CompoundFilter(input, compounds);
    }

    static Chain.Step snowball(java.util.function.Supplier<SnowballStemmer> stemmer) {
        return input -> new SnowballFilter(input, stemmer.get());
    }

    static CharArraySet set(Set<String> words) {
        return new CharArraySet(words, false);
    }

    static Set<String> words(CharArraySet set) {
        return set.stream().map(word -> new String((char[]) word)).collect(Collectors.toUnmodifiableSet());
    }
}

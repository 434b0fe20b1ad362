package dev.postwire.query.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tartarus.snowball.ext.EnglishStemmer;

class WordChainTest {
    /** More different words than are remembered. */
    private static final int WORDS = 60_000;

    private final Chain.Step[] steps = {
        Steps::lower, Steps.without(Steps.set(Set.of("the", "of"))), Steps::folded, Steps.snowball(EnglishStemmer::new)
    };
    private final Analyzer remembers = new WordChain(StandardTokenizer::new, steps);
    private final Analyzer does = new Chain(StandardTokenizer::new, steps);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the",
                "The harbour of the harbours",
                "ends with the words it leaves out: of the",
                "Ünïcödé CAFÉS and cafés, ﬁre and Ａ",
                "of of of running runs"
            })
    void cutsAsTheFiltersDo(String text) throws IOException {
        for (int again = 0; again < 3; again++) assertEquals(tokens(does, text), tokens(remembers, text));
    }

    @Test
    void givesTheWordsOfACompoundAtItsPlace() throws IOException {
        Chain.Step[] apart = {
            Steps.apart(Compounds.of("de", "s")), Steps::lower, Steps.without(Steps.set(Set.of("das", "hafen")))
        };
        String text = "Das Amt, das Hafenamt, die Zeitung";
        List<String> expected = tokens(new Chain(StandardTokenizer::new, apart), text);

        try (Analyzer again = new WordChain(StandardTokenizer::new, apart)) {
            for (int i = 0; i < 2; i++) assertEquals(expected, tokens(again, text));
        }
    }

    @Test
    void takesNoWordForAnotherThatFallsOnItsPlace() throws IOException {
        Random random = new Random(7);
        for (int part = 0; part < 40; part++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 1_000; i++) {
                text.append("word")
                        .append(Integer.toString(random.nextInt(WORDS), 26))
                        .append(i % 7 == 0 ? " the " : " ");
            }
            assertEquals(tokens(does, text.toString()), tokens(remembers, text.toString()));
        }
    }

    @Test
    void takesWordsLongerThanItRemembers() throws IOException {
        String text = "a".repeat(40) + "ings " + "a".repeat(40) + "ed " + "b".repeat(300);
        assertEquals(tokens(does, text), tokens(remembers, text));
    }

    private static List<String> tokens(Analyzer analyzer, String text) throws IOException {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("field", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term + " " + place.startOffset() + "-" + place.endOffset() + " +"
                        + increment.getPositionIncrement());
            }
            stream.end();
            tokens.add("end " + place.endOffset() + " +" + increment.getPositionIncrement());
        }
        return tokens;
    }
}

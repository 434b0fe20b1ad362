package dev.postwire.query.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNamesTest {
    private static final int MANY = 300;

    /** So that it is read in several blocks, each of which begins elsewhere among the names. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void endsANameBehindItsLastSign(int before) throws Exception {
        String text = "x".repeat(before) + " C++ and c++17, C# or .NET; i+1".repeat(MANY);

        List<String> names = new ArrayList<>();
        for (Token token : tokens(new Languages().of("en").exact(), text)) {
            String written = text.substring(token.start(), token.end());
            assertEquals(written.toLowerCase(java.util.Locale.ROOT), SignedNames.written(token.term()));
            if (written.matches(".*[+#.].*")) names.add(written);
        }

        assertEquals(4 * MANY, names.size());
        assertEquals(List.of("C++", "c++", "C#", ".NET"), names.subList(4 * MANY - 4, 4 * MANY));
    }

    private record Token(String term, int start, int end) {}

    private static List<Token> tokens(Analyzer analyzer, String text) throws Exception {
        List<Token> found = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("exact.en", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offsets = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken())
                found.add(new Token(term.toString(), offsets.startOffset(), offsets.endOffset()));
            tokens.end();
        }
        return found;
    }
}

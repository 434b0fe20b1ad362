package dev.postwire.enrich.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class PhraseTest {
    /** Two letters make phrases and texts that repeat themselves, which is where a search goes wrong or slow. */
    @Property
    void findsWhatThePlatformFinds(
            @ForAll @StringLength(min = 1, max = 8) @CharRange(from = 'a', to = 'b') String phrase,
            @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'b') String text,
            @ForAll @IntRange(max = 60) int from) {
        assertEquals(text.indexOf(phrase, from), new Phrase(phrase).next(text, from));
    }
}

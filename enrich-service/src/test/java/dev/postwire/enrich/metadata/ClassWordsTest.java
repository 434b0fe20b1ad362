package dev.postwire.enrich.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"post-author", "PostAuthor", "entry_author big", "x AUTHOR", "author2"})
    void takesNamesApart(String names) {
        assertEquals(ClassWords.AUTHOR, ClassWords.of(names) & ~ClassWords.POST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "authority", "coauthored", "update-x", "commentary", "timeline"})
    void takesNoPartOfAWord(String names) {
        assertEquals(0, ClassWords.of(names));
    }
}

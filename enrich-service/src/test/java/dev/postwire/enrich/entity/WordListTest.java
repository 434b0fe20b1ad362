package dev.postwire.enrich.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordListTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "given-names.txt",
                "given-names-that-are-words.txt",
                "surnames.txt",
                "never-in-names.txt",
                "plain-words.txt"
            })
    void isSortedAndSaysWhereItComesFrom(String resource) throws IOException {
        List<String> lines;
        try (InputStream in = Objects.requireNonNull(WordList.class.getResourceAsStream(resource))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        List<String> words =
                lines.stream().filter(line -> !line.startsWith("#")).toList();

        assertTrue(lines.get(0).startsWith("# ") && lines.get(1).startsWith("# "));
        assertEquals(words.stream().distinct().sorted().toList(), words);
        words.forEach(word -> assertTrue(word.matches("[a-z-]+"), word));
    }

    @Test
    void aNameIsInOneListOnly() {
        assertTrue(WordList.GIVEN_NAMES.words().stream().noneMatch(WordList.GIVEN_NAMES_THAT_ARE_WORDS::contains));
    }

    @Test
    void comparesWithoutAccents() {
        assertEquals("muller", WordList.plain("müller"));
        assertEquals("soren strasse lukasz", WordList.plain("søren straße łukasz"));
    }
}

package dev.postwire.enrich.vocabulary;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.word.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInVocabularyTest {
    static List<String> files() {
        return VocabularyFiles.BUILT_IN;
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsAsAnyTurtleParserReadsIt(String file) {
        byte[] bytes = VocabularyFiles.builtIn(file);

        assertEquals(told(TurtleReader.read(file, bytes)), told(PlainTurtle.read(file, bytes)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void givesEveryConceptAKindAndOnePreferredLabelALanguage(String file) {
        for (Entry entry : PlainTurtle.read(file, VocabularyFiles.builtIn(file))) {
            assertTrue(entry.kind.isPresent(), entry.uri);
            Set<String> languages = new HashSet<>();
            for (Label label : entry.labels) {
                if (label.role() != Label.Role.PREFERRED) continue;
                assertTrue(languages.add(label.language()), entry.uri + " " + label);
            }
        }
    }

    @Test
    void givesNoLabelToTwoConcepts() {
        Map<String, String> owners = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (Entry entry : entries()) {
            for (Label label : entry.labels) {
                String owner = owners.putIfAbsent(label.language() + ' ' + words(label.text()), entry.uri);
                if (owner != null && !owner.equals(entry.uri)) twice.add(label + ": " + owner + ", " + entry.uri);
            }
        }

        assertEquals(List.of(), twice);
    }

    @Test
    void describesEveryConceptOnceAndAllItRefersTo() {
        Set<String> uris = new HashSet<>();
        for (Entry entry : entries()) assertTrue(uris.add(entry.uri), entry.uri);

        for (Entry entry : entries()) {
            assertTrue(uris.containsAll(entry.broader), entry.uri);
            assertTrue(uris.containsAll(entry.related), entry.uri);
        }
    }

    @Test
    void hasASlugOfItsOwnForEveryConcept() {
        assertEquals(entries().size(), Vocabulary.builtIn().size());
    }

    @ParameterizedTest
    @CsvSource({
        "python, Python, SOFTWARE",
        "pycon-uk, PyCon UK, EVENT",
        "open-source, Open source, SUBJECT",
        "mozilla, Mozilla, ORGANIZATION",
        "vienna, Vienna, PLACE",
        "ada-lovelace, Ada Lovelace, PERSON",
    })
    void knowsWhatBlogsAreAbout(String slug, String label, Kind kind) {
        Concept concept = Vocabulary.builtIn().bySlug(slug).orElseThrow();

        assertAll(() -> assertEquals(label, concept.label()), () -> assertEquals(kind, concept.kind()));
    }

    private static List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        for (String file : files()) all.addAll(PlainTurtle.read(file, VocabularyFiles.builtIn(file)));
        return all;
    }

    private static List<String> told(List<Entry> entries) {
        return entries.stream()
                .map(e -> String.join(
                        " | ",
                        e.uri,
                        e.kind.toString(),
                        e.notation.toString(),
                        e.labels.stream()
                                .map(l -> l.text() + '@' + l.language() + ' ' + l.role())
                                .toList()
                                .toString(),
                        e.broader.toString(),
                        e.related.toString()))
                .toList();
    }

    private static String words(String label) {
        Words words = Words.of(label);
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < words.size(); i++) joined.append(words.folded(i)).append(' ');
        return joined.toString();
    }
}

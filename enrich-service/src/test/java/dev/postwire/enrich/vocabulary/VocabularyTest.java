package dev.postwire.enrich.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {
    private static final String PREFIXES = "@prefix : <http://example.org/> .\n"
            + "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
            + "@prefix k: <urn:postwire:kind:> .\n";

    @TempDir
    Path folder;

    @Test
    void isTheBuiltInOneWhereThereIsNoFolder() {
        assertSame(Vocabulary.builtIn(), Vocabulary.of(List.of()));
    }

    @Test
    void addsAnOperatorsConcepts() throws IOException {
        write(
                "ours.ttl",
                ":kraken a skos:Concept ; skos:prefLabel \"Kraken ingest\"@en, \"Krake\"@de ;"
                        + " skos:altLabel \"kraken pipeline\"@en ; skos:broader :pipelines ; skos:related :missing .\n"
                        + ":pipelines a k:Software ; skos:prefLabel \"Pipelines of ours\"@en .\n");

        Vocabulary vocabulary = Vocabulary.of(List.of(folder));

        Concept kraken = vocabulary.byLabel("Kraken Pipeline").orElseThrow();
        assertEquals("kraken-ingest", kraken.slug());
        assertEquals(Kind.SUBJECT, kraken.kind());
        assertEquals(List.of("pipelines-of-ours"), kraken.broader());
        assertEquals(List.of(), kraken.related());
        assertTrue(vocabulary.bySlug("python").isPresent());
        assertNotEquals(Vocabulary.builtIn().version(), vocabulary.version());
    }

    @Test
    void letsAnOperatorRenameAndExtendABuiltInConcept() throws IOException {
        write(
                "ours.ttl",
                "<urn:postwire:concept:python> a skos:Concept ; skos:prefLabel \"Python language\"@en ;"
                        + " skos:notation \"python\" ; skos:altLabel \"the snake\"@en .\n");

        Concept python = Vocabulary.of(List.of(folder)).byLabel("the snake").orElseThrow();

        assertEquals("python", python.slug());
        assertEquals("Python language", python.label());
        assertEquals(Kind.SOFTWARE, python.kind());
    }

    @Test
    void givesALabelThatIsClaimedTwiceToTheOneWhosePreferredItIs() throws IOException {
        write(
                "a.ttl",
                ":one skos:prefLabel \"Widget factory\"@en ; skos:altLabel \"Gizmo\"@en .\n"
                        + ":two skos:prefLabel \"Gizmo\"@en .\n");
        write("b.ttl", ":three skos:prefLabel \"Sprocket\"@en ; skos:altLabel \"Doohickey\"@en .\n");
        write("c.ttl", ":four skos:prefLabel \"Flange\"@en ; skos:altLabel \"Doohickey\"@en .\n");

        Vocabulary vocabulary = Vocabulary.of(List.of(folder));

        assertEquals(Optional.of("gizmo"), vocabulary.byLabel("Gizmo").map(Concept::slug));
        assertEquals(Optional.of("sprocket"), vocabulary.byLabel("doohickey").map(Concept::slug));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ":a skos:prefLabel \"A\"@en ; skos:altLabel \"B\"@en , | :5: ",
                ":a skos:preflabel \"A\"@en . | :4: SKOS has no property preflabel",
                ":a a skos:Concept ; skos:altLabel \"A\"@en . | :4: <http://example.org/a> has no skos:prefLabel",
                ":a a k:Softwear ; skos:prefLabel \"A\"@en . | :4: there is no kind Softwear",
                ":a skos:prefLabel :b . | :4: an address stands where a label should be: http://example.org/b",
                ":a skos:prefLabel \" \"@en . | :4: a label is empty",
                ":a skos:prefLabel \"!!!\"@en . | :4: no slug can be made of its label",
                "x:a skos:prefLabel \"A\"@en . | :4: ",
                "# nothing | : there is no SKOS concept in it",
            })
    void namesThePlaceOfWhatIsWrong(String turtle, String told) throws IOException {
        write("bad.ttl", turtle + "\n");

        VocabularyException thrown = assertThrows(VocabularyException.class, () -> Vocabulary.of(List.of(folder)));

        String start = folder.resolve("bad.ttl") + (told == null ? "" : told.strip());
        assertTrue(thrown.getMessage().startsWith(start), thrown.getMessage());
    }

    @Test
    void namesAFileThatIsNotInUtf8() throws IOException {
        Files.write(folder.resolve("old.ttl"), "# Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1));

        VocabularyException thrown = assertThrows(VocabularyException.class, () -> Vocabulary.of(List.of(folder)));

        assertEquals(folder.resolve("old.ttl") + ": it is not in UTF-8", thrown.getMessage());
    }

    @Test
    void namesTheFileThatIsNestedTooDeep() throws IOException {
        int depth = 50_000;
        write("deep.ttl", ":a skos:related " + "[ skos:related ".repeat(depth) + ":b" + " ]".repeat(depth) + " .");

        String told = assertThrows(VocabularyException.class, () -> Vocabulary.of(List.of(folder)))
                .getMessage();

        assertTrue(told.endsWith("deep.ttl:4: it is nested too deep"), told);
    }

    @Test
    void namesAFolderThatIsMissing() {
        Path missing = folder.resolve("missing");

        VocabularyException thrown = assertThrows(VocabularyException.class, () -> Vocabulary.of(List.of(missing)));

        assertEquals("the vocabulary folder " + missing + " is missing", thrown.getMessage());
    }

    @Test
    void passesOverOtherFilesAndWhatIsNoConcept() throws IOException {
        Files.writeString(folder.resolve("README.md"), "not Turtle");
        write(
                "scheme.ttl",
                ":scheme a skos:ConceptScheme ; skos:prefLabel \"All of it\"@en .\n"
                        + ":old <http://www.w3.org/2002/07/owl#deprecated> true ; skos:prefLabel \"Old hat\"@en .\n"
                        + ":new skos:prefLabel \"New hat\"@en ; skos:inScheme :scheme .\n");

        Vocabulary vocabulary = Vocabulary.of(List.of(folder));

        assertTrue(vocabulary.byLabel("New hat").isPresent());
        assertTrue(vocabulary.byLabel("Old hat").isEmpty());
        assertTrue(vocabulary.byLabel("All of it").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "py3k, python, vocabulary altLabel",
        "k8s, kubernetes, vocabulary altLabel",
        "opensource, open-source, vocabulary prefLabel",
        "OpenSource, open-source, vocabulary prefLabel",
        "a11y, accessibility, vocabulary altLabel",
        "Go, golang, vocabulary prefLabel",
        "go, golang, vocabulary prefLabel",
        "postgres, postgresql, vocabulary altLabel",
        "js, javascript, vocabulary altLabel",
        "JS, javascript, vocabulary altLabel",
    })
    void knowsConceptsByTheirOtherNames(String tag, String slug, String rule) {
        Alias alias = Vocabulary.builtIn().alias(tag).orElseThrow();

        assertEquals(slug, alias.concept().slug());
        assertEquals(rule, alias.rule());
    }

    @ParameterizedTest
    @CsvSource({
        "ops call, kraken-ingest, vocabulary altLabel",
        "Rufbereitschaft, kraken-ingest, vocabulary altLabel",
        "coding, kraken-ingest, vocabulary altLabel",
        "Kraken, kraken-ingest, vocabulary prefLabel"
    })
    void takesAnOperatorsOtherNamesOfASubjectForIt(String tag, String slug, String rule) throws IOException {
        write(
                "ours.ttl",
                ":kraken skos:prefLabel \"Kraken\"@en ; skos:notation \"kraken-ingest\" ; skos:hiddenLabel \"tentacle\" ;"
                        + " skos:altLabel \"ops call\"@en, \"Rufbereitschaft\"@de, \"coding\"@en .\n");
        Vocabulary vocabulary = Vocabulary.of(List.of(folder));

        Alias alias = vocabulary.alias(tag).orElseThrow();

        assertEquals(slug, alias.concept().slug());
        assertEquals(rule, alias.rule());
        assertEquals(Optional.empty(), vocabulary.alias("tentacle"));
        assertEquals(Optional.empty(), vocabulary.alias("kraken-ingest"));
    }

    /** Slugs already, common words, words that are more than a name, plurals, subjects and places otherwise called, words that only belong to one, words unknown. */
    @ParameterizedTest
    @CsvSource({
        "conferences",
        "coding",
        "Wien",
        "open-source",
        "Open Source",
        "python",
        "Chef",
        "Black",
        "Tokio",
        "nose",
        "Reisen",
        "espresso",
        "zerokspot",
        "'!!!'"
    })
    void leavesOtherTagsAlone(String tag) {
        assertEquals(Optional.empty(), Vocabulary.builtIn().alias(tag));
    }

    private void write(String name, String turtle) throws IOException {
        Files.writeString(folder.resolve(name), PREFIXES + turtle);
    }
}

package dev.postwire.enrich.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.EnrichedPost.Evidence;
import dev.postwire.enrich.post.EnrichedPost.Section;
import dev.postwire.enrich.render.Rendering;
import dev.postwire.enrich.tag.Candidate.From;
import dev.postwire.enrich.vocabulary.Vocabulary;
import dev.postwire.enrich.word.PostWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColdTaggerTest {
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();
    private static final ColdTagger TAGGER = new ColdTagger(VOCABULARY);

    private static final String DJANGO =
            "I moved my side project to Django 😀 last week. Django brings its own admin, and the admin "
                    + "alone saved me days. The only thing that I miss in Django is a good story for background jobs.";

    @Test
    void givesTheConceptThatTitleAndTextAreAbout() {
        List<Candidate> candidates = suggest("example.org", "Moving to Django", DJANGO);

        assertEquals("django", candidates.get(0).slug());
        assertEquals(From.VOCABULARY, candidates.get(0).from());
        assertTrue(candidates.get(0).chosen(), candidates.get(0)::reason);
    }

    @Test
    void everyCandidateQuotesThePlacesItCameFrom() {
        int[] points = DJANGO.codePoints().toArray();
        for (Candidate candidate : suggest("example.org", "Moving to Django", DJANGO)) {
            assertFalse(candidate.evidence().isEmpty(), candidate::slug);
            for (Evidence evidence : candidate.evidence()) {
                if (evidence.quote() == null) assertEquals("title", evidence.source());
                else
                    assertEquals(
                            evidence.quote(), new String(points, evidence.start(), evidence.end() - evidence.start()));
            }
        }
    }

    @Test
    void saysWhyInWords() {
        Candidate candidate = suggest("example.org", "Moving to Django", DJANGO).get(0);

        assertTrue(candidate.reason().startsWith("in the title, 3 times in the text"), candidate::reason);
    }

    @Test
    void namesEachTagOnceTheMostProbableFirst() {
        List<Candidate> candidates = suggest("example.org", "Moving to Django", DJANGO);

        assertEquals(
                candidates.size(),
                candidates.stream().map(Candidate::slug).distinct().count());
        for (int i = 1; i < candidates.size(); i++)
            assertTrue(candidates.get(i - 1).confidence() >= candidates.get(i).confidence());
    }

    @Test
    void givesNoNameThatIsAnotherWordWhereItStands() {
        List<Candidate> candidates = suggest(
                "example.org", "", "Rust never sleeps: the rust on my bike is bad. Rust is everywhere on the old car.");

        Candidate rust = candidates.stream()
                .filter(candidate -> candidate.slug().equals("rust"))
                .findFirst()
                .orElseThrow();
        assertFalse(rust.chosen());
        assertTrue(rust.reason().endsWith("another word in this place, hardly the name"), rust::reason);
    }

    @Test
    void doesNotTagASitesPostsWithTheNameOfTheSite() {
        assertTrue(suggest("www.django.example", "Moving to Django", DJANGO).stream()
                .noneMatch(candidate -> candidate.slug().equals("django")));
    }

    @Test
    void proposesAPhraseThatNoVocabularyKnows() {
        String text = "A quillboard is a board for quills. Our quillboard is made of oak, and a quillboard needs oil.";

        Candidate candidate = suggest("example.org", "Building a quillboard", text).stream()
                .filter(c -> c.slug().equals("quillboard"))
                .findFirst()
                .orElseThrow();

        assertEquals(From.PROPOSED, candidate.from());
    }

    @Test
    void givesWhatSeveralMentionedThingsAreKindsOf() {
        String text =
                "Every web framework has its taste. Django brings all, Flask little, Pyramid what you ask for; CherryPy was "
                        + "there before them. We took Flask.";

        Candidate candidate = candidate(suggest("example.org", "Choosing", text), "web-frameworks");

        assertTrue(candidate.chosen(), candidate::reason);
    }

    @Test
    void givesASubjectThatASectionIsAboutAndTheTextToo() {
        String text = "The sprints\n\nOn Monday there were sprints, and everybody found a table.";
        Rendering content =
                new Rendering("", "", text, List.of(new Section(2, "The sprints", 0)), List.of(), List.of(), List.of());

        Candidate candidate = candidate(suggest(words("example.org", "Five days", content)), "sprint");

        assertTrue(candidate.chosen(), candidate::reason);
    }

    @Test
    void givesNoSubjectOfOneSectionAmongMany() {
        StringBuilder text = new StringBuilder();
        List<Section> sections = new ArrayList<>();
        for (String title : "The sprints,Oak,Elm,Ash,Fir,Yew,Box,Bay,Fig".split(",")) {
            sections.add(new Section(2, title, text.length()));
            text.append(title).append("\n\nOn Monday there were sprints, and everybody found a table.\n\n");
        }
        Rendering content = new Rendering("", "", text.toString(), sections, List.of(), List.of(), List.of());

        Candidate candidate = candidate(suggest(words("example.org", "Five days", content)), "sprint");

        assertFalse(candidate.chosen(), candidate::reason);
    }

    @Test
    void givesNoTagThatIsMoreProbablyWrongThanRight() {
        for (String text : List.of(DJANGO, "Redis and Kafka", "The Linux kernel and Debian. Debian it is."))
            for (Candidate candidate : suggest("example.org", "On Python and Ubuntu", text))
                if (candidate.chosen()) assertTrue(candidate.confidence() >= 0.5, candidate::slug);
    }

    @Test
    void saysWhatTheGateMadeOfAName() {
        Candidate django = candidate(suggest("example.org", "Moving to Django", DJANGO), "django");

        assertTrue(django.reason().contains("a name of its own"), django::reason);
    }

    @Test
    void givesNothingWhereNothingIsSaid() {
        assertTrue(suggest("example.org", "Hello", "Hello again.").stream().noneMatch(Candidate::chosen));
        assertEquals(List.of(), suggest("example.org", "", ""));
    }

    @Test
    void staysBoundedOnHostileText() {
        String words = IntStream.range(0, 150_000)
                .mapToObj(i -> "w" + Integer.toString(i, 36))
                .collect(Collectors.joining(" "));

        for (String text : List.of("python ".repeat(150_000), words, "Go C++ .NET ".repeat(80_000)))
            assertTimeout(Duration.ofSeconds(10), () -> suggest("example.org", "python", text));
    }

    private static Candidate candidate(List<Candidate> candidates, String slug) {
        return candidates.stream()
                .filter(candidate -> candidate.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static List<Candidate> suggest(String site, String title, String text) {
        return suggest(words(site, title, new Rendering("", "", text, List.of(), List.of(), List.of(), List.of())));
    }

    private static PostWords words(String site, String title, Rendering content) {
        return PostWords.of(Optional.of(site), "en", Optional.of(title).filter(t -> !t.isEmpty()), content);
    }

    private static List<Candidate> suggest(PostWords post) {
        return TAGGER.suggest(post, VOCABULARY.mentions(post));
    }
}

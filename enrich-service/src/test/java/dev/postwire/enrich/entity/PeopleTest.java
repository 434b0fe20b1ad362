package dev.postwire.enrich.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Yesterday Miriam Oldenkott opened the week. | Miriam Oldenkott",
                "A talk by Rolf Ebbinga and Zdravka Plum was next. | Rolf Ebbinga; Zdravka Plum",
                "After lunch Quillon Verrazane and Paula Weston gave a tour of the parser. | Quillon Verrazane; Paula Weston",
                "The day ended with Xanthe Okerlund's talk about queues. | Xanthe Okerlund",
                "We met Dr. Brunnquell in the hallway. | Brunnquell",
                "Slides by Guido van der Meulen are online. | Guido van der Meulen",
                "Written by Sinéad O’Farrell and Jean-Luc Moreau-Petit. | Sinéad O’Farrell; Jean-Luc Moreau-Petit",
                "As Thomas B. Quist notes, it depends. | Thomas B. Quist",
                "Thanks to Orla Feeney (@orlaf) for the hint. | Orla Feeney",
                "[Veselin Drakov](https://twitter.com/vdrakov) wrote it down. | Veselin Drakov",
                "The speakers: Hiroshi Tanabe, Priya Raghunathan and Kwame Asantewa. | Hiroshi Tanabe; Priya Raghunathan; Kwame Asantewa",
                "President Ludmila Hartwig opened it. | Ludmila Hartwig",
            })
    void findsPeople(String text, String people) {
        assertEquals(Posts.list(people), Posts.names(text, EntityType.PERSON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Monday Morning we had Lightning Talks until Friday Evening.",
                "Read More about Machine Learning and Happy Christmas to all.",
                "From New York to San Francisco and Los Angeles in June 2014.",
                "Django Girls and Python Ladies met at the Victoria Station.",
                "The State of Crypto was a talk. Getting Started is hard.",
                "We visited the Grace Hopper Celebration and the Marie Curie Institute.",
                "Will Work for Food. Mark Up your text. Grant Programs are due in April May or June.",
                "Our Privacy Policy and the Terms of Service apply. Sign Up Today!",
                "An evening by Ars Technica and by Acme Widgets.",
                "The Ruby Gem and the Jasmine Framework were Open Source.",
                "Chapter One, Part Two and Season Three."
            })
    void takesNoPhraseForAPerson(String text) {
        assertEquals(List.of(), Posts.names(text, EntityType.PERSON));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Gestern sprach Annelies Holm Probleme an. | Annelies Holm",
                "de | Der Vortrag von Jürgen Özbek war gut. | Jürgen Özbek",
                "de | Guten Morgen Welt, sagt das Haus am See in der Stadt Wien. |",
                "fr | Un article de Benoît Chastang sur la ville. | Benoît Chastang",
                "ja | 昨日は田中さんとジョン・スミスさんに会いました。皆さん、店員さん、ありがとう。 | 田中; ジョン・スミス",
                "zh | 王先生写了这本书。 | 王",
            })
    void findsPeopleInOtherLanguages(String language, String text, String people) {
        assertEquals(
                Posts.list(people), Posts.names(Posts.found(language, "", text, List.of(), false), EntityType.PERSON));
    }

    @Test
    void knowsAPersonAgainByTheSurnameAndTheGivenName() {
        FoundEntities found =
                Posts.found("Helga Rasmund spoke first. Rasmund had slides, Helga had jokes. So Rasmund's won.");

        assertEquals(List.of("Helga Rasmund", "Rasmund", "Helga", "Rasmund"), Posts.quotes(found, "Helga Rasmund"));
        assertEquals(1, found.entities().size());
    }

    @Test
    void leavesASurnameThatTwoBear() {
        FoundEntities found = Posts.found("Helga Rasmund met Peter Rasmund. Then Rasmund left.");

        assertEquals(List.of("Helga Rasmund"), Posts.quotes(found, "Helga Rasmund"));
        assertEquals(List.of("Peter Rasmund"), Posts.quotes(found, "Peter Rasmund"));
    }

    @Test
    void makesOneOfALongerAndAShorterName() {
        FoundEntities found =
                Posts.found("John Quentin Marlowe came. A book by J. Marlowe was sold. John Marlowe signed it.");

        assertEquals(List.of("John Quentin Marlowe"), Posts.names(found, EntityType.PERSON));
        assertEquals(3, Posts.quotes(found, "John Quentin Marlowe").size());
    }

    @Test
    void believesTheAuthorsOfThePost() {
        String text = "Here Wendelgard Uhlig looks back. More from Uhlig soon.";

        assertEquals(List.of(), Posts.names(text.replace("Wendelgard", "Zwerlin"), EntityType.PERSON));
        assertEquals(
                List.of("Zwerlin Uhlig"),
                Posts.names(
                        Posts.found("en", "", text.replace("Wendelgard", "Zwerlin"), List.of("Zwerlin Uhlig"), false),
                        EntityType.PERSON));
    }

    @Test
    void tellsWhatMadeAndUnmadeACandidate() {
        FoundEntities found = Posts.found("A letter by Hanna Lindgren about Acme Widgets Weekly by Zorbo Quux.");

        EntityCandidate chosen = found.candidates().get(0);
        assertEquals("Hanna Lindgren", chosen.name());
        assertTrue(
                chosen.chosen() && chosen.signals().containsKey("given name"),
                chosen.signals().toString());
        EntityCandidate left = found.candidates().stream()
                .filter(c -> c.name().equals("Zorbo Quux"))
                .findFirst()
                .orElseThrow();
        assertEquals("has not the points it takes", left.reason());
        assertEquals(
                left.score(),
                left.signals().values().stream().mapToDouble(d -> d).sum(),
                1e-9);
    }
}

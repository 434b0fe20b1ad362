package dev.postwire.enrich.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.enrich.render.Rendering;
import dev.postwire.enrich.word.PostWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelIndexTest {
    @Test
    void findsALabelWrittenApartOrTogether() {
        assertEquals(Hit.Kind.EXACT, kind("opensource", "Our open source tools.", "en"));
        assertEquals(Hit.Kind.EXACT, kind("open-source", "All OpenSource here.", "en"));
    }

    @Test
    void findsOtherFormsOfItsWords() {
        assertEquals(Hit.Kind.STEM, kind("gardens", "We worked in the garden.", "en"));
        assertEquals(Hit.Kind.STEM, kind("kirjastot", "Kävin kirjastossa eilen.", "fi"));
    }

    @Test
    void leavesOutWhatTellsALabelFromOthers() {
        assertEquals(Hit.Kind.EXACT, kind("mercury (planet)", "Mercury is small.", "en"));
    }

    @Test
    void seesThatOnlyPartOfALabelIsThere() {
        assertEquals(Hit.Kind.PART, kind("garden design", "We worked in the garden.", "en"));
        assertEquals(Hit.Kind.BEGIN, kind("kirjastot", "Kirjastonhoitaja vastasi.", "fi"));
    }

    @Test
    void keepsSignsThatBelongToAName() {
        assertEquals(Hit.Kind.NONE, kind("c++", "Plain c.", "en"));
        assertEquals(Hit.Kind.EXACT, kind("c++", "Modern C++ now.", "en"));
    }

    private static Hit.Kind kind(String label, String text, String language) {
        Rendering rendering = new Rendering("", "", text, List.of(), List.of(), List.of(), List.of());
        PostWords words = PostWords.of(Optional.empty(), language, Optional.empty(), rendering);
        Map<Integer, Hit> hits = new LabelIndex(List.of(label), List.of(language)).hits(Reading.of(Subject.of(words)));
        return hits.getOrDefault(0, new Hit(0)).kind();
    }
}

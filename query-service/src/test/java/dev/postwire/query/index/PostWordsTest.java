package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.query.analysis.Languages;
import dev.postwire.query.post.Event;
import dev.postwire.query.post.EventReader.ReadPost;
import dev.postwire.query.search.PostQueryReader;
import dev.postwire.query.search.PostQueryReader.Typed;
import dev.postwire.query.search.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostWordsTest {
    private static final PostWords MATCHER = new PostWords(new Languages());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ferry | en | true",
                "ferries | en | true",
                "ferries trains | en | true",
                "ferries planes | en | false",
                "planes OR trains | en | true",
                "ferry -trains | en | false",
                "-planes | en | true",
                "\"night ferry\" | en | true",
                "\"ferry night\" | en | false",
                "title:harbour | en | true",
                "title:ferry | en | false",
                "tag:night-trains | en | true",
                "tag:tea | en | false",
                "the | en | true",
                "what is ferry | en | true",
                "where is it | en | false",
                "what is the | en | false",
                "+what ferry | en | false",
                "wo ist die ferry | en | true",
                "what is 東京 | ja | true",
                "東京 | ja | true",
                "大阪 | ja | false"
            })
    void findsInAPostWhatTheIndexWouldFind(String typed, String language, boolean found) throws Exception {
        String text = language.equals("ja") ? "東京で会いましょう。" : "We took the night ferry and two trains.";
        ReadPost post = Event.of("p")
                .language(language)
                .title("In the harbour")
                .text(text)
                .tag("night-trains", "Night trains")
                .read();
        Words words = read(typed);

        assertEquals(found ? Set.of(words) : Set.of(), MATCHER.matching(Set.of(words), post.document(), post.bodies()));
    }

    /** The whole is demanded where the whole was typed. */
    @ParameterizedTest
    @CsvSource({
        "Meister, true",
        "+Hafen, true",
        "+Hafenmeister, true",
        "title:Hafenmeister, true",
        "+Hafenamt, false",
        "Hafenamt, false"
    })
    void findsACompoundByItsParts(String typed, boolean found) throws Exception {
        ReadPost post = Event.of("p")
                .language("de")
                .title("Der Hafenmeister")
                .text("Gestern schloss der Hafenmeister das Tor.")
                .read();
        Words words = read(typed);

        assertEquals(found ? Set.of(words) : Set.of(), MATCHER.matching(Set.of(words), post.document(), post.bodies()));
    }

    private static Words read(String typed) throws Exception {
        Optional<String> none = Optional.empty();
        return PostQueryReader.read(
                        new Typed(Optional.of(typed), List.of(), none, none, none, none, none, none, none, none))
                .words();
    }
}

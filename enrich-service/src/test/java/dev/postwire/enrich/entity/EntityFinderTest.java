package dev.postwire.enrich.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityFinderTest {
    @Test
    void countsCodePoints() {
        String text =
                "\uD83D\uDE80\uD83D\uDE80 launched by Nora Velting \uD83C\uDF89 at the \uD835\uDD38rk. Velting smiled.";
        FoundEntities found = Posts.found(text);

        assertEquals(List.of("Nora Velting", "Velting"), Posts.quotes(found, "Nora Velting"));
        found.entities()
                .get(0)
                .mentions()
                .forEach(mention -> assertEquals(
                        mention.quote(),
                        text.substring(
                                text.offsetByCodePoints(0, mention.start()),
                                text.offsetByCodePoints(0, mention.end()))));
    }

    @Test
    void findsNothingInNothing() {
        assertEquals(List.of(), Posts.found("").entities());
        assertEquals(List.of(), Posts.found("\u0000 \uD83D\uDE80 ... @ () [").entities());
    }

    @Test
    void leavesWhatStandsOnlyInTheTitle() {
        FoundEntities found = Posts.found("en", "A talk by Nora Velting", "It was fine.", List.of(), false);

        assertEquals(List.of(), found.entities());
        assertEquals("stands only in the title", found.candidates().get(0).reason());
        assertFalse(found.candidates().get(0).chosen());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna ",
                "Anna Smith, ",
                "Anna Smith and ",
                "Dr. ",
                "J. ",
                "van Anna ",
                "Foo Foundation ",
                "University of ",
                "frameworks such as Foo, ",
                "Foo 1.1 ",
                "PyCon 2014 ",
                "Foo and Bar Conference ",
                "Foo-",
                "さん",
                "田",
                "A.B.",
                "(",
                "@a "
            })
    void isLinearAndBoundedOnAMegabyteOfNames(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());
        FoundEntities found = assertTimeout(Duration.ofSeconds(10), () -> Posts.found(text));

        assertTrue(found.entities().size() <= EntityFinder.MOST_ENTITIES);
        found.entities().forEach(entity -> assertTrue(entity.mentions().size() <= EntityFinder.MOST_MENTIONS));
    }

    @Test
    void boundsTheEntitiesOfAListOfNames() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append("Anna B")
                    .append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26 % 26))
                    .append((char) ('a' + i / 676))
                    .append("sen, ");
        }
        FoundEntities found = Posts.found(text.toString());

        assertEquals(EntityFinder.MOST_ENTITIES, found.entities().size());
    }

    @Test
    void givesTheSameForTheSamePost() {
        String text = "Anna Holm and Bert Quist of the Larch Foundation were at LarchConf 2014 with Murkle 2.1.";

        assertEquals(Posts.found(text), Posts.found(text));
    }
}

package dev.postwire.query.follow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.search.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentTest {
    private static final ChangeCursor START = new ChangeCursor("5f0c9a1b77de", 10);

    private final Recent recent = new Recent(20_000);

    @Test
    void countsASetOfWordsOnceForAllThatHoldIt() {
        recent.begin(START);
        Set<Words> asked = asked(500);
        for (int number = 11; number < 60; number++) recent.add(frame(number, asked));

        assertTrue(recent.reaches(START.number()), "all are kept");
    }

    @Test
    void keepsFewerWhereEachHoldsASetOfItsOwn() {
        recent.begin(START);
        for (int number = 11; number < 60; number++) recent.add(frame(number, asked(500)));

        assertFalse(recent.reaches(START.number()));
        assertTrue(recent.reaches(57));
    }

    private static Frame frame(long number, Set<Words> asked) {
        PostFields post = new PostFields(
                "p" + number,
                Set.of(),
                "en",
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                new WordAnswers(asked, Set.of()));
        return Frame.post(START.at(number), post, "{}");
    }

    private static Set<Words> asked(int many) {
        Set<Words> asked = new HashSet<>();
        for (int i = 0; i < many; i++) asked.add(new Words(List.of(), List.of("tea" + i)));
        return Set.copyOf(asked);
    }
}

package dev.postwire.query.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.postwire.query.search.Words;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FollowedTest {
    private final Followed followed = new Followed();

    @Test
    void givesOneSetToAllThatHoldItWhileNobodyComesOrGoes() {
        for (int i = 0; i < 5_000; i++) followed.join(words("tea" + i));

        WordAnswers one = new WordAnswers(followed.all(), Set.of());
        followed.join(Set.of());
        WordAnswers other = new WordAnswers(followed.all(), Set.of());

        assertEquals(5_000, one.asked().size());
        assertSame(one.asked(), other.asked());
    }

    @Test
    void forgetsWordsWithTheLastWhoFollowsThem() {
        followed.join(words("tea"));
        followed.join(words("tea"));
        Set<Words> before = followed.all();
        followed.leave(words("tea"));
        assertSame(before, followed.all());

        followed.leave(words("tea"));

        assertEquals(Set.of(), followed.all());
        followed.join(words("cake"));
        assertEquals(words("cake"), followed.all());
        assertNotSame(before, followed.all());
    }

    private static Set<Words> words(String typed) {
        return Set.of(new Words(List.of(), List.of(typed)));
    }
}

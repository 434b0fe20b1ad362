package dev.postwire.bench.million;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.post.EventReader;
import dev.postwire.query.post.EventReader.ReadPost;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventsTest {
    private final Events events = new Events();

    @Test
    void makesPostsThatTheStoreTakesEachTimeTheSame() throws Exception {
        Set<String> languages = new HashSet<>();
        long bytes = 0;
        for (int i = 0; i < 500; i++) {
            Events.Event event = events.event(i);
            ReadPost post = new EventReader().post(event.enriched());
            assertEquals("m" + i, post.post().id());
            languages.add(post.post().language().code());
            bytes += event.enriched().length;
            assertArrayEquals(event.enriched(), new Events().event(i).enriched());
        }
        assertTrue(languages.size() >= 6, languages.toString());
        assertTrue(bytes / 500 < 6_000, "of so many bytes a post: " + bytes / 500);
    }

    @Test
    void makesEveryFiftiethACopyOfAnEarlierOne() {
        PostMaker maker = new PostMaker();

        MadeUpPost copy = maker.make(99);

        MadeUpPost source = maker.make(62);
        assertEquals(source.title(), copy.title());
        assertEquals(source.paragraphs().size() + 1, copy.paragraphs().size());
    }
}

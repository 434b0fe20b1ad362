package dev.postwire.local.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemMakerTest {
    private static final ItemMaker BY_FILE = new ItemMaker(Optional.empty(), "blog.");
    private static final ItemMaker BY_ADDRESS = new ItemMaker(Optional.of(URI.create("https://blog.example/at/")), "");

    private static Item post(ItemMaker maker, String relative, Kind kind, byte[] bytes) {
        return maker.post("place", relative, kind, Generator.NONE, bytes, false).orElseThrow();
    }

    @Test
    void makesALineOfWhatIsUtf8() {
        Item item = post(BY_FILE, "a/Tür.md", Kind.MARKDOWN, "\uFEFFDie Tür".getBytes(UTF_8));

        Item.Body.Line line = assertInstanceOf(Item.Body.Line.class, item.body());
        String json = new String(line.bytes(), UTF_8);
        assertTrue(json.endsWith("\"contentType\":\"text/markdown\",\"content\":\"Die Tür\"}"), json);
        assertTrue(item.identity().startsWith("id:blog.a.T.r~~"), item.identity());
    }

    @Test
    void sendsAnotherCharsetsBytesAsTheyAre() {
        byte[] latin = "<p>Die Tür</p>".getBytes(ISO_8859_1);

        Item.Body.Whole named = assertInstanceOf(
                Item.Body.Whole.class, post(BY_FILE, "a.html", Kind.HTML, latin).body());
        Item.Body.Whole addressed = assertInstanceOf(
                Item.Body.Whole.class,
                post(BY_ADDRESS, "a.html", Kind.HTML, latin).body());

        assertEquals(new Item.Body.Whole("/v1/posts/blog.a~html", true, "text/html", named.bytes()), named);
        assertEquals("/v1/posts?url=https%3A%2F%2Fblog.example%2Fat%2Fa.html", addressed.pathAndQuery());
        assertArrayEquals(latin, named.bytes());
    }

    @Test
    void takesShiftedJapaneseForWhatItIs() {
        byte[] shifted = "\u001b$B$3$s\u001b(B".getBytes(UTF_8);

        assertInstanceOf(
                Item.Body.Whole.class,
                post(BY_FILE, "a.txt", Kind.PLAIN, shifted).body());
    }

    @Test
    void takesTheDayFromTheNameWhereThePostHasNone() {
        String with = said(
                post(BY_FILE, "_posts/2024-3-09-x.md", Kind.MARKDOWN, "---\ntitle: X\n---\nWords".getBytes(UTF_8)));
        String without = said(post(
                BY_FILE, "_posts/2024-3-09-x.md", Kind.MARKDOWN, "---\ndate: 2020-01-01\n---\nWords".getBytes(UTF_8)));

        assertTrue(with.contains("\"published\":\"2024-03-09\""), with);
        assertTrue(!without.contains("published"), without);
    }

    @Test
    void keepsALineAsItIsAndTellsItByItsNameOrItsBytes() {
        byte[] broken = "{\"content\": ".getBytes(UTF_8);

        assertEquals(
                "id:x",
                BY_FILE.line("p:1", "{\"id\":\"x\",\"content\":\"y\"}".getBytes(UTF_8))
                        .identity());
        assertTrue(BY_FILE.line("p:1", broken).identity().startsWith("bytes:"));
        assertArrayEquals(broken, BY_FILE.line("p:1", broken).body().bytes());
    }

    @Test
    void namesEachPlaceDifferently() {
        assertEquals("weblog.2005.note", PostName.of("", "weblog/2005/note.md"));
        assertEquals("a~html", PostName.of("", "a.html"));
        assertTrue(PostName.of("", "a.b.md").matches("a\\.b~~[0-9a-f]{12}"));
        assertTrue(PostName.of("", "a/b.MD").matches("a\\.b~~[0-9a-f]{12}"));
        assertTrue(PostName.of("", "x".repeat(300) + ".md").length() < 128);
    }

    private static String said(Item item) {
        return new String(item.body().bytes(), UTF_8);
    }
}

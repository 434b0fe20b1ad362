package dev.postwire.ingest.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "A-1", "notes.rain~7", "_", "...", "~", "0"})
    void takesWhatIsSafeInAPath(String text) {
        assertEquals(text, PostId.of(text).orElseThrow().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a b", "ä", "a%20", "a\n", "a:b", "a+b"})
    void refusesEverythingElse(String text) {
        assertTrue(PostId.of(text).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new PostId(text));
    }

    @Test
    void isAtMost128Long() {
        assertTrue(PostId.of("a".repeat(128)).isPresent());
        assertTrue(PostId.of("a".repeat(129)).isEmpty());
    }

    // Computed with: printf 'url\nhttps://example.com/' | sha256sum | head -c 40 | xxd -r -p | base32 | tr A-Z a-z
    @Test
    void isTheSameForEverEverywhere() {
        assertEquals(
                "usojuc5nn3yx24bzj5ou5atiewlwsb5q",
                PostId.ofUrl(NormalUrl.of("https://example.com").orElseThrow()).value());
        assertEquals(
                "xrsspzbmgqrd4gc75lgamuewbdq3rwty",
                PostId.ofBytes("hello\n".getBytes(StandardCharsets.UTF_8)).value());
    }

    @Test
    void aBodyThatIsAUrlIsNotThePostAtThatUrl() {
        String url = "https://example.com/";
        assertNotEquals(
                PostId.ofUrl(NormalUrl.of(url).orElseThrow()), PostId.ofBytes(url.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aDerivedIdIsAnAllowedOne() {
        assertTrue(PostId.ofBytes(new byte[0]).value().matches("[a-z2-7]{32}"));
    }
}

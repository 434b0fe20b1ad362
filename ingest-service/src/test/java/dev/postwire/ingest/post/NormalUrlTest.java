package dev.postwire.ingest.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalUrlTest {
    @ParameterizedTest
    @CsvSource({
        "HTTP://Example.COM/Path, http://example.com/Path",
        "https://example.com:443/, https://example.com/",
        "http://example.com:80, http://example.com/",
        "https://example.com:80/, https://example.com:80/",
        "http://example.com:/a, http://example.com/a",
        "http://example.com:0080/a, http://example.com/a",
        "https://example.com./a, https://example.com/a",
        "https://example.com/a#b, https://example.com/a",
        "https://example.com/#/app, https://example.com/",
        "https://example.com?x=1, https://example.com/?x=1",
        "https://example.com/a?, https://example.com/a",
        "https://example.com/a/../b/./c, https://example.com/b/c",
        "https://example.com/a/.., https://example.com/",
        "https://example.com/../../a, https://example.com/a",
        "https://example.com/a/b/., https://example.com/a/b/",
        "https://example.com/a//b, https://example.com/a//b",
        "https://example.com/%7Euser/%41, https://example.com/~user/A",
        "https://example.com/a%2fb, https://example.com/a%2Fb",
        "https://example.com/%2e%2E/a, https://example.com/a",
        "https://example.com/100%, https://example.com/100%25",
        "https://example.com/%zz, https://example.com/%25zz",
        "https://example.com/a|b\\c, https://example.com/a%7Cb%5Cc",
        "https://example.com/café, https://example.com/caf%C3%A9",
        "https://example.com/caf%c3%a9, https://example.com/caf%C3%A9",
        "https://example.com/🚢, https://example.com/%F0%9F%9A%A2",
        "https://Bücher.example/, https://xn--bcher-kva.example/",
        "https://b%C3%BCcher.example/, https://xn--bcher-kva.example/",
        "https://例え.テスト/, https://xn--r8jz45g.xn--zckzah/",
        "http://[2001:DB8::1]:8080/, http://[2001:db8::1]:8080/",
        "http://127.0.0.1:8080/a, http://127.0.0.1:8080/a",
        "https://under_score.example/, https://under_score.example/"
    })
    void allSpellingsOfAnAddressAreOne(String spelling, String normal) {
        assertEquals(Optional.of(new NormalUrl(normal)), NormalUrl.of(spelling));
        assertEquals(Optional.of(new NormalUrl(normal)), NormalUrl.of(normal));
    }

    @ParameterizedTest
    @CsvSource({
        "?utm_source=x, ''",
        "?UTM_Source=x&b=1, ?b=1",
        "?b=1&utm_medium=y&a=2, ?b=1&a=2",
        "?utm%5Fsource=x, ''",
        "?fbclid=1&gclid=2&dclid=3&msclkid=4&mc_cid=5&mc_eid=6&igshid=7&yclid=8, ''",
        "?gad_source=1&mtm_campaign=2&pk_kwd=3&__hstc=4&li_fat_id=5&ysclid=6&fb_source=7&_Openstat=8, ''",
        "?pkg=1&mtmx=2&sourceid=3, ?pkg=1&mtmx=2&sourceid=3",
        "?_ga=1.2&_ga_ABC=3&_gl=4, ''",
        "?b=2&a=1, ?b=2&a=1",
        "?a=1&a=2, ?a=1&a=2",
        "?a=%2B+b, ?a=%2B+b",
        "?next=/a/../b, ?next=/a/../b",
        "?ref=x&id=3, ?ref=x&id=3",
        "?utmost=1, ?utmost=1",
        "?galleries=1, ?galleries=1"
    })
    void onlyParametersThatTrackAreDropped(String query, String kept) {
        assertEquals(
                Optional.of(new NormalUrl("https://example.com/p" + kept)),
                NormalUrl.of("https://example.com/p" + query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/a",
                "//example.com/a",
                "/a",
                "ftp://example.com/",
                "javascript:alert(1)",
                "mailto:a@example.com",
                "http:/example.com",
                "http://",
                "http:///a",
                "http://?a",
                "http://user@example.com/",
                "http://user:secret@example.com/",
                "http://example.com:99999/",
                "http://example.com:8a/",
                "http://exa mple.com/",
                "http://example.com/a b",
                "http://example.com/a\nb",
                "http://example..com/",
                "http://-example.com/",
                "http://exa<mple.com/",
                "http://exa%2fmple.com/",
                "http://[::1/",
                "http://.",
                "http://a\\b/"
            })
    void whatIsNoAbsoluteWebAddressIsNone(String text) {
        assertTrue(NormalUrl.of(text).isEmpty(), text);
    }

    @Test
    void normalisingTwiceChangesNothingMore() {
        String alphabet = "aA1%2eEfF./?&=#:@[]_~ü🚢 \\|-";
        Random random = new Random(7);
        int normal = 0;
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder("http://").append(random.nextBoolean() ? "h/" : "");
            random.ints(random.nextInt(24), 0, alphabet.codePointCount(0, alphabet.length()))
                    .forEach(i -> text.appendCodePoint(alphabet.codePointAt(alphabet.offsetByCodePoints(0, i))));
            Optional<NormalUrl> once = NormalUrl.of(text.toString());
            if (once.isEmpty()) continue;
            normal++;
            assertEquals(once, NormalUrl.of(once.get().value()), text.toString());
        }
        assertTrue(normal > 1_000, "only " + normal + " were addresses");
    }
}

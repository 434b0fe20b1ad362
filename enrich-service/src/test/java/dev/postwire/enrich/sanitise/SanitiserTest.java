package dev.postwire.enrich.sanitise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.RawPosts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanitiserTest {
    private static final Path PAYLOADS = Path.of("../../shared/data/hostile/xss.tar.gz");
    private static final Set<String> ADDRESSES = Set.of("href", "src");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p onmouseover=alert(1)>words</p>",
                "<img src=x onerror=alert(1)>words",
                "<a href='java\nscript:alert(1)'>words</a>",
                "<a href=\" javascript:alert(1)\">words</a>",
                "<a href='data:text/html,<script>alert(1)</script>'>words</a>",
                "<svg><script>alert(1)</script></svg>words",
                "<math><mi xlink:href='javascript:alert(1)'>words",
                "<iframe src=https://x.example></iframe>words",
                "<form action=https://x.example><input name=a><button>go</button></form>words",
                "<style>*{background:url(javascript:alert(1))}</style>words",
                "<p style='background:url(https://x.example)'>words</p>",
                "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>words",
                "<template><img src=x onerror=alert(1)></template>words",
                "<<script>alert(1)//<</script>words",
                "<img src='https://x.example/a.png' srcset='javascript:alert(1)'>words",
                "<base href='javascript:alert(1)//'><a href='/x'>words</a>",
                "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>words"
            })
    void leavesNothingThatActs(String html) {
        assertInert(RawPosts.enriched("text/html", html).html());
        assertInert(RawPosts.enriched("text/markdown", html).html());
    }

    @Test
    void isInertAgainstTheSharedCollection() throws IOException {
        Assumptions.assumeTrue(Files.exists(PAYLOADS), "the shared collection is not beside this checkout");
        String all;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(PAYLOADS))) {
            all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> payloads = all.lines().filter(line -> line.contains("<")).toList();
        assertTrue(payloads.size() > 1_000);
        for (String payload : payloads) {
            assertInert(RawPosts.enriched("text/html", "<p>words</p>" + payload.replace("\0", ""))
                    .html());
        }
    }

    @Test
    void makesAddressesAbsoluteAndDropsWhatLeadsNowhere() {
        Element body = Jsoup.parse(
                        "<p><a href='../a?b=c'>one</a> <a href='#x'>two</a> <a href=''>three</a></p><img src=pic.png>")
                .body();

        Element clean = new Sanitiser().sanitise(body, Optional.of(URI.create("https://x.example/p/q/")));

        assertEquals(
                "<p><a href=\"https://x.example/p/a?b=c\">one</a> two three</p><p><img src=\"https://x.example/p/q/pic.png\" alt=\"\"></p>",
                plain(clean));
    }

    @Test
    void makesAnItemOfWhateverElseStandsInAList() {
        Element body = Jsoup.parse("<ul>bare words<li>item</li><ul><li>nested</li></ul><p>paragraph</p></ul>")
                .body();

        Element clean = new Sanitiser().sanitise(body, Optional.empty());

        assertEquals(
                "<ul><li>bare words</li><li>item<ul><li>nested</li></ul></li><li>paragraph</li></ul>", plain(clean));
    }

    @Test
    void keepsWordsOfGroupsApart() {
        Element body = Jsoup.parse("<div>one<div>two</div>three</div><section>four <b>five</b></section>")
                .body();

        Element clean = new Sanitiser().sanitise(body, Optional.empty());

        assertEquals("<p>one</p><p>two</p><p>three</p><p>four <strong>five</strong></p>", plain(clean));
    }

    private static String plain(Element clean) {
        clean.ownerDocument().outputSettings().prettyPrint(false);
        return clean.html().strip();
    }

    private static void assertInert(String html) {
        for (Element element : Jsoup.parse(html).body().getAllElements()) {
            assertFalse(
                    Set.of(
                                    "script", "style", "iframe", "object", "embed", "form", "base", "meta", "link",
                                    "svg", "math")
                            .contains(element.normalName()),
                    html);
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                assertFalse(name.startsWith("on") || name.equals("style") || name.equals("srcset"), html);
                if (ADDRESSES.contains(name))
                    assertTrue(attribute.getValue().matches("(?i)(?s)(https?://|mailto:|tel:).*"), html);
            }
        }
    }
}

package dev.postwire.query.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postwire.query.post.Event;
import org.junit.jupiter.api.Test;

class PostPageTest {
    private static final String BAD = "\"><script>alert('x')</script>&";

    @Test
    void showsTheContentAsItIsAndEscapesEverythingAroundIt() {
        ObjectNode post = Event.of("p").title(BAD).author(BAD).tag(BAD, BAD).json();
        post.put("html", "<p>Tea &amp; <em>cake</em></p>");

        String page = new PostPage(post, post).html();

        assertTrue(page.contains("<p>Tea &amp; <em>cake</em></p>"), page);
        assertFalse(page.contains("<script"), page);
        assertTrue(
                page.contains("<title>&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</title>"), page);
        assertTrue(page.contains("href=\"/?tag=%22%3E%3Cscript"), page);
    }

    @Test
    void linksToWebAddressesOnly() {
        ObjectNode post = Event.of("p").json();
        post.put("url", "javascript:alert(1)").put("site", "x");

        assertFalse(new PostPage(post, post).html().contains("javascript:"));
    }

    @Test
    void saysAsMuchOfTheDateAsIsKnown() {
        ObjectNode post = Event.of("p").published("2014-05-01T00:00:00Z").json();
        post.put("publishedPrecision", "month");

        String page = new PostPage(post, post).html();

        assertTrue(page.contains("<time datetime=\"2014-05-01T00:00:00Z\">2014-05</time>"), page);
    }

    @Test
    void isInertByItsPolicy() {
        assertTrue(PostPage.POLICY.startsWith("default-src 'none'"));
        assertEquals(-1, PostPage.POLICY.indexOf("script-src"));
        assertEquals(-1, PostPage.POLICY.indexOf("unsafe"));
    }
}

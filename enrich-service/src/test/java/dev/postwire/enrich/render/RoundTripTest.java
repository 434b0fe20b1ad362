package dev.postwire.enrich.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.enrich.sanitise.Sanitiser;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees whose Markdown is easily another's. */
class RoundTripTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a<em>b</em>c <strong><em>d</em></strong> <em>e</em><strong>f</strong> <em>“g”</em>h</p>",
                "<p>1. no list</p><p>- no list</p><p># no title</p><p>a<br>---</p><p>a | b<br>--- | ---</p>",
                "<ul><li>a<ul><li>b</li></ul></li></ul><ul><li>c</li></ul><ol><li>d</li></ol><ol start=7><li>e</li></ol>",
                "<ul><li><p>a</p><p>b</p></li><li>c</li></ul><ul><li>a<ol start=4><li>b</li></ol></li><li>c</li></ul>",
                "<ul><li>a<ul><li>b</li></ul><ol><li>c</li></ol></li><li>d</li></ul>",
                "<ul><li><pre>a\n   \n\tb\n\n```</pre></li></ul><blockquote><pre>\ta\n\n  b</pre></blockquote>",
                "<p><code>a</code><code>b</code> <code>`</code> <code>a``b`</code><code>x</code></p>",
                "<p>wow!<a href=https://x.example/a>b</a>! <img src=https://x.example/i.png alt='a]b'></p>",
                "<table><tr><th>a|b<th><code>\\|</code></tr><tr><td>\\<td><a href='https://x.example/|'>x</a></table>",
                "<ul><li><input type=checkbox checked> a</li><li><input type=checkbox><p>b</p><p>c</p></li></ul>",
                "<table><tr><td><ul><li>a<pre>b\n\nc</pre></ul><td colspan=2>d</table>",
                "<h2><a href=#x>#</a>C#</h2><h3>#</h3><h4>\\#</h4>",
                "<a href=https://x.example/a><h3>t</h3><p>w</p></a><b><ul><li>x</ul></b>",
                "<dl><dt>a<dd><p>b<p>c<dt>d</dl><figure><img src=https://x.example/a.png><figcaption>d<br>e</figcaption></figure>"
            })
    void comesBack(String html) {
        RoundTrip.assertHolds(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "<b>Note:</b> words ¦ **Note:** words",
                "a<b> b </b>c ¦ a **b** c",
                "snake_case, AT&amp;T, 5 > 4, wow! ¦ snake_case, AT&T, 5 > 4, wow!",
                "a<br><br>b ¦ a\\n\\nb",
                "<i>a</i><br>b ¦ *a*\\\\\\nb"
            })
    void isWrittenAsAPersonWould(String html, String markdown) {
        Rendering rendering = new Renderer().render(new Sanitiser().sanitise(RoundTrip.parse(html), Optional.empty()));

        assertEquals(
                markdown.replace("\\\\", "\u0001").replace("\\n", "\n").replace("\u0001", "\\"), rendering.markdown());
    }

    @Test
    void writesTextLineByLine() {
        Rendering rendering = new Renderer()
                .render(new Sanitiser()
                        .sanitise(
                                RoundTrip.parse("<h2>T</h2><p>a\n b<ul><li>c<ul><li>d</ul><li>e</ul>"
                                        + "<pre>x\n\n  y </pre><table><tr><td>1<td>2<tr><td>3<td>4</table>"),
                                Optional.empty()));

        assertEquals("T\n\na b\n\nc\nd\ne\n\nx\n\n  y\n\n1\t2\n3\t4", rendering.text());
    }
}

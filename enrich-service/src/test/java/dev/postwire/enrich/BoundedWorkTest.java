package dev.postwire.enrich;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.postwire.enrich.render.Renderer;
import dev.postwire.enrich.render.RoundTrip;
import dev.postwire.enrich.sanitise.Sanitiser;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sanitising and rendering take work linear in the tree, whatever its shape: of a tree four times as large they allocate at most
 * six times as much. Allocation is counted and not timed, so that the test says the same on every machine; what allocates nothing
 * but runs long is left to the preemptive limits of {@link HostileInputTest}.
 */
class BoundedWorkTest {
    /** Enough for a square of it to stand out. */
    private static final int SMALL = 50;

    private static final int LARGE = 1_000;
    private static final int TIMES = 4;
    private static final double MOST_TIMES = 6;
    /** What any tree costs, by the number of its pieces. */
    private static final long ALLOWANCE = 1 << 10;

    private static final Optional<URI> BASE = Optional.of(URI.create("https://x.example/posts/"));

    static Stream<Arguments> shapes() {
        return Stream.of(
                        "<div>x</div>",
                        "<p>x",
                        "x<br>",
                        "<b>x</b> ",
                        "<em>a</em><strong>b</strong>",
                        "<a href=/x>y</a>",
                        "<img src=a srcset='b 1x, c 2x'>",
                        "<ul><li>x</li></ul>",
                        "<table><tr><td>x<td>y</table>",
                        "<pre class='brush: js'>x</pre>",
                        "<code>`</code>",
                        "<figure><img src=a><figcaption>c</figcaption></figure>",
                        "<dl><dt>a<dd>b</dl>",
                        "<h2>t <a href=#t>#</a></h2>",
                        "<ruby>a<rt>b</ruby>",
                        "* _ ` [ ] &lt; &amp;amp; ",
                        "\u8a9e",
                        "x\n")
                .flatMap(piece -> Stream.of(
                        Arguments.of("", piece),
                        Arguments.of("<p>", piece),
                        Arguments.of("<ul><li>", piece),
                        Arguments.of("<ul>", piece),
                        Arguments.of("<pre>", piece),
                        Arguments.of("<table><tr><td>z<td>", piece),
                        Arguments.of("<h1>", piece),
                        Arguments.of("<figure><img src=a>", piece),
                        Arguments.of("<dl><dt>", piece),
                        Arguments.of("<b><i><u><small><sub><sup>", piece),
                        Arguments.of("<blockquote>".repeat(30), piece)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void growsWithTheTree(String start, String piece) {
        assertLinear(start, piece, SMALL);
    }

    @ParameterizedTest
    @Tag("soak")
    @MethodSource("shapes")
    void growsWithALargeTree(String start, String piece) {
        assertLinear(start, piece, LARGE);
    }

    private static void assertLinear(String start, String piece, int times) {
        work(start, piece, times);
        long small = work(start, piece, times);
        long large = work(start, piece, times * TIMES);

        assertTrue(large < small * MOST_TIMES + ALLOWANCE * times, small + " bytes became " + large);
    }

    private static long work(String start, String piece, int times) {
        Element tree = RoundTrip.parse(start + piece.repeat(times));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        new Renderer().render(new Sanitiser().sanitise(tree, BASE));
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}

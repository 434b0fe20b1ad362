package dev.postwire.enrich.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ContentWriterTest {
    @Test
    void copiesWhatWasChosenWithTheElementsAroundIt() {
        assertEquals(
                "<article><p>One <b>two</b>.</p><ul><li>four</li></ul></article>",
                written(
                        "<nav>menu</nav><article><p>One <b>two</b>.</p><p>three</p><ul><li>four</li><li>five</li></ul>"
                                + "</article><footer>end</footer>",
                        "One two.",
                        "four"));
    }

    @Test
    void leavesLooseWordsBesideWhatWasChosen() {
        assertEquals("<div><p>two</p></div>", written("<div>One<p>two</p>three</div>", "two"));
    }

    @Test
    void keepsLineBreaksAmidWhatWasChosen() {
        assertEquals("<p>One<br>two</p>", written("<p>One<br>two</p><p>three<br>four</p>", "One two"));
    }

    @Test
    void takesImagesWithTheirSurroundings() {
        assertEquals(
                "<main><p>One</p><div><img src=\"a\"></div><p>two</p></main>",
                written(
                        "<main><p>One</p><div><img src=a></div><p>two</p></main>"
                                + "<aside><div><img src=b></div><p>more and more of the rest</p></aside>",
                        "One",
                        "two"));
    }

    @Test
    void leavesIconsAndControls() {
        assertEquals("<p>One</p>", written("<p><img src=i width=16 height=16>One<input value=x></p>", "One"));
    }

    @Test
    void leavesThePageAsItIs() {
        Document page = Jsoup.parse("<p>One</p><p>two</p>");
        String before = page.body().html();
        PageBlocks blocks = PageBlocks.of(page);

        new ContentWriter(blocks, new boolean[] {true, false}).write(page.body());

        assertEquals(before, page.body().html());
    }

    private static String written(String body, String... chosen) {
        Document page = Jsoup.parse(body);
        page.outputSettings().prettyPrint(false);
        PageBlocks blocks = PageBlocks.of(page);
        boolean[] kept = new boolean[blocks.size()];
        for (int b = 0; b < kept.length; b++) {
            for (String text : chosen) kept[b] |= blocks.text(b).strip().equals(text);
        }
        Document result = Document.createShell("");
        result.outputSettings().prettyPrint(false);
        result.body().replaceWith(new ContentWriter(blocks, kept).write(page.body()));
        return result.body().html();
    }

    @Test
    void keepsAFigureWithItsCaptionAmidWhatWasChosen() {
        String figure = "<figure><img src=\"a\"><figcaption>A caption.</figcaption></figure>";
        String captioned = "<div class=\"wp-caption\"><img src=\"a\"><p>A caption.</p></div>";

        assertEquals("<p>One</p>" + figure + "<p>two</p>", written("<p>One</p>" + figure + "<p>two</p>", "One", "two"));
        assertEquals(
                "<p>One</p>" + captioned + "<p>two</p>",
                written("<p>One</p>" + captioned + "<p>two</p>", "One", "two"));
    }

    @Test
    void keepsTheImageAloneOfAFigureThatSaysNoMoreThanWhoseItIs() {
        assertEquals(
                "<p>One</p><figure><img src=\"a\"></figure><p>two</p>",
                written(
                        "<p>One</p><figure><img src=a><figcaption>Photo: A. Person</figcaption></figure><p>two</p>",
                        "One",
                        "two"));
    }

    @Test
    void leavesPicturesOfOtherPages() {
        String card = "<figure><a href=/other><img src=b></a><figcaption>Another page</figcaption></figure>";

        assertEquals("<p>One</p><p>two</p>", written("<p>One</p>" + card + "<p>two</p>", "One", "two"));
        assertEquals(
                "<p>One</p>",
                written("<p>One</p><figure><img src=b><figcaption>x</figcaption></figure><p>two</p>", "One"));
    }
}

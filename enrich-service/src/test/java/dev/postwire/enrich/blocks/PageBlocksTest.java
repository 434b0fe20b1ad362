package dev.postwire.enrich.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PageBlocksTest {
    @Test
    void partsWordsAtBlockElementsAndNotAtInlineOnes() {
        assertEquals(
                List.of("One two three.", "Four", "five", "six"),
                texts("<p>One <b>two</b> <a href=x>three</a>.</p><div>Four<p>five</p>six</div>"));
    }

    @Test
    void partsWordsAtTwoLineBreaksInARow() {
        assertEquals(List.of("One two", "three"), texts("<div>One<br>two<br> <br>three</div>"));
    }

    @Test
    void seesNoScriptsStylesOrTemplates() {
        assertEquals(
                List.of("Seen"),
                texts("<script>var a</script><style>b{}</style><template><p>c</p></template><p>Seen</p>"));
    }

    @Test
    void countsWordsLettersAndLinks() {
        PageBlocks page = page("<p>Hello, <a href='/news/today'>big world</a>! It's 42.</p>");
        BlockTable blocks = page.blocks;

        assertEquals(1, page.size());
        assertEquals(5, page.words(0));
        assertEquals("Hello, big world! It's 42.".length(), blocks.letters[0]);
        assertEquals("big world".length(), blocks.linkLetters[0]);
        assertEquals(1, blocks.links[0]);
        assertEquals(2, blocks.hrefFrom[1] - blocks.hrefFrom[0]);
        assertEquals(2, blocks.sentences[0]);
        assertEquals('.', blocks.lastChar[0]);
    }

    @Test
    void weighsScriptsWithoutSpacesLikeOthers() {
        PageBlocks page = page("<p>今日は天気がいいです。散歩に行きましょう。</p><p>The weather is fine today. Let us go out.</p>");

        assertEquals(2, page.blocks.sentences[0]);
        double ratio = page.blocks.letters[0] / (double) page.blocks.letters[1];
        assertTrue(ratio > 0.6 && ratio < 2, "ratio " + ratio);
    }

    @Test
    void knowsTheTitlesWordsAgain() {
        PageBlocks page = PageBlocks.of(Jsoup.parse("<title>Green tea | Site</title><h1>Green Tea</h1><p>Menu</p>"));

        assertEquals(2, page.blocks.titleWords[0]);
        assertEquals(0, page.blocks.titleWords[1]);
    }

    @Test
    void givesEveryElementTheBlocksInIt() {
        PageBlocks page = page("<div><p>a</p><ul><li>b</li><li>c</li></ul></div><p>d</p>");
        ElementTable elements = page.elements;
        int list = find(elements, Tag.LIST);

        assertEquals(1, elements.firstBlock[list]);
        assertEquals(3, elements.endBlock[list]);
        assertEquals(list + 3, elements.endElement[list]);
        assertEquals(4, elements.endBlock[0]);
    }

    private static int find(ElementTable elements, Tag tag) {
        for (int e = 0; e < elements.size; e++) if (elements.tag[e] == tag) return e;
        throw new AssertionError("no " + tag);
    }

    private static PageBlocks page(String body) {
        return PageBlocks.of(Jsoup.parse(body));
    }

    private static List<String> texts(String body) {
        PageBlocks page = page(body);
        List<String> texts = new ArrayList<>();
        for (int b = 0; b < page.size(); b++) texts.add(page.text(b).strip().replaceAll("\\s+", " "));
        return texts;
    }
}

package dev.postwire.enrich.sanitise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeamTest {
    private static String text(String html) {
        return new Sanitiser()
                .sanitise(Jsoup.parse(html).body(), Optional.empty())
                .text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a href=/a>rock</a><a href=/b>roll</a> | rock roll",
                "<span>Show more</span><span>Add to cart</span> | Show more Add to cart",
                "<span>Ida Berg</span><span>STUDENT</span> | Ida Berg STUDENT",
                "<a href=/r>Reviews</a><span>12</span> | Reviews 12",
                "<span>99</span><span>Price</span> | 99 Price",
                "<span><b>PST</b></span><a href=/v>View all</a> | PST View all"
            })
    void partsWhatAStyleSheetSetsApart(String html, String words) {
        assertEquals(words, text("<p>" + html + "</p>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<b>M</b><span>easure</span> | Measure",
                "<span>a</span><span>B</span><span>c</span> | aBc",
                "<span>un</span><em>happy</em> | unhappy",
                "<span>10</span><sup>2</sup> | 102",
                "Java<b>Script</b> | JavaScript",
                "<a href=/a>風</a><a href=/b>箏</a> | 風箏",
                "<code><span>get</span><span>Name</span></code> | getName",
                "<span>one</span>, <span>Two</span> | one, Two"
            })
    void leavesAWordWhole(String html, String words) {
        assertEquals(words, text("<p>" + html + "</p>"));
    }

    @Test
    void leavesOutTheNumbersOfLinesBesideCode() {
        String table = "<table class=highlighttable><tr><td class=linenos><div><pre>1\n2</pre></div></td>"
                + "<td class=code><pre>one\ntwo</pre></td></tr></table>";

        assertEquals("one two", text(table).replace('\n', ' '));
    }
}

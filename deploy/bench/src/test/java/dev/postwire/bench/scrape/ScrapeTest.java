package dev.postwire.bench.scrape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each expectation is what the shared scorer's scraper gives on Python 3.11. */
class ScrapeTest {
    @Test
    void givesALineABlock() {
        String page =
                "<head><title>T</title></head><nav><a>Home</a> <a>Blog</a></nav><p>One\n  two<b>three</b><br>four</p>";

        assertEquals("Home Blog\nOne twothree\nfour", Scrape.of(page, Scrape.Form.LINES));
        assertEquals("Home Blog One twothree four", Scrape.of(page, Scrape.Form.ONE));
    }

    @Test
    void leavesAlternativeTextStuckToWhatFollows() {
        assertEquals("A catSleeps", Scrape.of("<img alt='A dog' alt=\"A cat\"/>Sleeps", Scrape.Form.GLUED));
        assertEquals("Sleeps", Scrape.of("<img alt='A cat'>Sleeps", Scrape.Form.LINES));
    }

    @Test
    void showsNothingOfScriptsAndStyles() {
        String page =
                "a<script>if (x < 1) '</p>' </scrip></SCRIPT >b<style>p{}</style>c<svg/>d<!-- e --><![CDATA[f]]>g";

        assertEquals("abcdg", Scrape.of(page, Scrape.Form.LINES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a < b <1 c       | a < b <1 c",
                "x<p title=a>b\"y | x¶b\"y",
                "x<p a=\"1\"b='2'c>y | x¶y",
                "x<p a = >y       | x¶y",
                "x<p a= \"open>y  | x¶y",
                "x<p a==\"open>y  | x¶y",
                "x<p/a>y<br//>z   | x¶y¶z",
                "x<p\"y>z         | xz",
                "x</p a>y</>z</ p>w</3>v | x¶yz¶wv",
                "x<!doctype html>y<?php z ?>w<!a>v | xywv",
            })
    void readsOddMarkup(String page, String text) {
        assertEquals(text.replace('¶', '\n'), Scrape.of(page, Scrape.Form.LINES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x<p a=\"open>y", "x<!-- y", "x<p", "x<script>y", "x<![CDATA[y]>"})
    void leavesOutWhatIsNeverClosed(String page) {
        assertEquals("x", Scrape.of(page, Scrape.Form.LINES));
    }

    @Test
    void resolvesReferencesAsHtmlDoes() {
        assertEquals(
                "¬it; & €\uFFFD\uFFFD | &bogus;",
                Scrape.of("&notit; &amp &#x80;&#0;&#xD800; &nbsp;| &bogus; &#1;", Scrape.Form.LINES));
    }
}

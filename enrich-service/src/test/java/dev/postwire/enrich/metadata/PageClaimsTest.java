package dev.postwire.enrich.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Moment;
import dev.postwire.enrich.post.Warning;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PageClaimsTest {
    private final List<Warning> warnings = new ArrayList<>();

    private Metadata metadata(String html) {
        return MetadataResolver.resolve(PageClaims.of(Jsoup.parse(html), warnings), warnings);
    }

    private List<String> authors(String html) {
        return metadata(html).authors().stream().map(Metadata.Author::name).toList();
    }

    private Optional<String> day(String html) {
        return metadata(html).published().map(Moment::text).map(text -> text.substring(0, 10));
    }

    private List<String> warningCodes() {
        return warnings.stream().map(Warning::code).toList();
    }

    @Test
    void takesTheHeadingAReaderSeesBeforeTheTitleInTheMetadata() {
        Metadata page =
                metadata("<title>Kites, compared | Windworks</title><meta property=og:site_name content=Windworks>"
                        + "<main><h1>Seven kites compared in a storm</h1><p>Words.</p></main>");

        assertEquals(Optional.of("Seven kites compared in a storm"), page.title());
    }

    @Test
    void takesNoLogoForTheTitle() {
        Metadata page =
                metadata("<title>How to mend a kite - Windworks</title><meta property=og:site_name content=Windworks>"
                        + "<header><h1>Windworks</h1></header><p>Words.</p>");

        assertEquals(Optional.of("How to mend a kite"), page.title());
    }

    @Test
    void findsSeveralAuthorsBesideTheHeading() {
        assertEquals(
                List.of("Ida Berg", "Lee Moss"),
                authors(
                        "<h1>On kites</h1><p>By <a href=/ida>Ida Berg</a> and <a href=/lee>Lee Moss</a></p><p>Words.</p>"));
    }

    @Test
    void believesTheBylineBeforeALoginNameInTheMetadata() {
        assertEquals(
                List.of("Ida Berg"),
                authors(
                        "<meta name=author content=iberg2><h1>On kites</h1><p class=post-byline>Ida Berg</p><p>Words.</p>"));
    }

    @Test
    void takesNobodyFromACommentOrACard() {
        assertEquals(
                List.of(),
                authors(
                        "<h1>On kites</h1><p>Words.</p><div class=comments><div class=comment><b class=author>Max Low</b></div></div>"
                                + "<div class=related-posts><span class=author>Ann High</span></div>"));
    }

    @Test
    void followsTheIdOfAnAuthorInJsonLd() {
        assertEquals(
                List.of("Ida Berg"),
                authors(
                        "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"On kites\",\"author\":{\"@id\":\"#i\"}},"
                                + "{\"@type\":\"Person\",\"@id\":\"#i\",\"name\":\"Ida Berg\"}]}</script><h1>On kites</h1>"));
    }

    @Test
    void readsTheDayBesideTheHeadingInWhateverLanguage() {
        assertEquals(Optional.of("2024-03-03"), day("<h1>Drachen</h1><p>Veröffentlicht am 3. März 2024</p><p>Text."));
        assertEquals(Optional.of("2024-03-03"), day("<h1>风筝</h1><p>发布于 2024年3月3日</p><p>文字。"));
        assertEquals(Optional.of("2021-01-03"), day("<h1>Kites</h1><div>posted 3 Jan 2021</div><p>Text."));
        assertEquals(Optional.of("2024-03-03"), day("<h1>Kites</h1><time>March 3, 2024</time><p>Text."));
    }

    @Test
    void readsFiguresAsIsTheCustomOfThePagesLanguage() {
        assertEquals(Optional.of("2024-04-03"), day("<html lang=en-GB><h1>Kites</h1><p>03/04/2024</p><p>Text."));
        assertEquals(Optional.of("2024-03-04"), day("<html lang=en-US><h1>Kites</h1><p>03/04/2024</p><p>Text."));
    }

    @Test
    void keepsTheFirstDayOfWhatCameOutAgain() {
        assertEquals(
                Optional.of("2013-12-30"),
                day(
                        "<meta property=article:published_time content=2024-08-07><h1>Kites</h1><p>Published December 30, 2013</p><p>Text."));
    }

    @Test
    void letsTheDayOfTheLastChangeStandInAndSaysSo() {
        assertEquals(Optional.of("2024-03-03"), day("<h1>Kites</h1><p>Last updated: March 3, 2024</p><p>Text."));
        assertTrue(warningCodes().contains("published-unknown"));
    }

    @Test
    void takesNoDayOnWhichAReaderJoined() {
        assertEquals(Optional.empty(), day("<h1>Kites</h1><p>Joined: March 3, 2014</p><p>Text."));
    }

    @Test
    void readsDescriptionImageTagsAndLanguage() {
        Metadata page = metadata("<html lang=de><link rel=canonical href=https://x.example/kites/>"
                + "<meta name=description content='All of them.'><meta property=og:image content=/kite.jpg>"
                + "<meta name=keywords content='Wind, Kites'><h1>Kites</h1><a rel=tag href=/t>Autumn</a>");

        assertEquals(Optional.of("All of them."), page.description());
        assertEquals(Optional.of(URI.create("https://x.example/kite.jpg")), page.image());
        assertEquals(
                List.of("Wind", "Kites", "Autumn"),
                page.tags().stream().map(Claim::value).toList());
        assertEquals(Optional.of("de"), page.language());
    }

    @Test
    void warnsWherePageAndMetadataContradictEachOther() {
        metadata(
                "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"On kites\",\"author\":{\"name\":\"Max Low\"}}"
                        + "</script><h1>On kites</h1><p>By Ida Berg</p><p>Words.</p>");

        Warning conflict = warnings.stream()
                .filter(warning -> warning.code().equals("metadata-conflict"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "the author on screen (text beside the heading) is not that of JSON-LD author; text beside the heading won",
                conflict.detail());
    }

    @Test
    void warnsNotOfSpellingAndSiteNames() {
        metadata("<title>ON KITES | Windworks</title><meta property=og:title content='On Kites - Windworks'>"
                + "<meta name=author content='Ida Berg'><h1>On kites</h1><p>By ida berg</p><p>Words.</p>");

        assertFalse(warningCodes().contains("metadata-conflict"));
    }

    @Test
    void leavesThePageAsItWas() {
        Document page = Jsoup.parse(
                "<h1>On <b>kites</b></h1><p>By Ida Berg<p>March 3, 2024<div class=tags><a rel=tag>Wind</a></div>");
        String before = page.outerHtml();

        PageClaims.of(page, warnings);

        assertEquals(before, page.outerHtml());
    }

    private List<String> tags(String html) {
        return metadata(html).tags().stream().map(Claim::value).toList();
    }

    @Test
    void findsTagsAfterAWordThatSaysSo() {
        assertEquals(
                List.of("Kites", "Wind"),
                tags("<article><h1>On kites</h1><p>Words.</p><p>Tags: <a href=/k>#Kites</a>, <a href=/w>Wind</a></p>"
                        + "<p><a href=/next>The next post</a></p></article>"));
        assertEquals(
                List.of("深度学习", "神经网络"),
                tags("<h1>风筝</h1><p>文字。</p><div>标签：<a href=/1>深度学习</a><a href=/2>神经网络</a></div>"));
    }

    @Test
    void findsTagsByTheirAddressesInThePostAlone() {
        assertEquals(
                List.of("Kites"),
                tags("<aside><a href=/category/news>News</a></aside><article><h1>On kites</h1>"
                        + "<p>More than enough words about <a href=/tag/wind>the wind</a> in it.</p>"
                        + "<ul><li><a href=/tags/kites/>Kites</a></ul></article>"
                        + "<aside><a href=/tags/boats/>Boats</a></aside>"));
    }

    @Test
    void takesNoListOfAWholeSiteForTags() {
        StringBuilder list = new StringBuilder("<article><h1>On kites</h1><p>Words.</p><p>Tags:");
        for (int i = 0; i < 40; i++)
            list.append(" <a href=/tags/").append(i).append(">tag ").append(i).append("</a>");
        assertEquals(List.of(), tags(list + "</p></article>"));
    }

    @Test
    void takesNoSentencesAddressesAndFieldsForTags() {
        assertEquals(
                List.of("kites"),
                tags(
                        "<meta name=keywords content='kites, locale: US, https://a.example/x, Uncategorized'><h1>On kites</h1>"));
        assertEquals(
                List.of(),
                tags(
                        "<meta name=keywords content='A page about the many kites that we flew in the storms of that very long"
                                + " winter, and what became of them'><h1>On kites</h1>"));
    }

    @Test
    void takesTheTimeFromWhereItIsKnownOfTheSameDay() {
        Metadata page = metadata("<meta property=article:published_time content='2020-01-02T03:04:05+01:00'>"
                + "<script type=application/ld+json>{\"@type\":\"Article\",\"datePublished\":\"2020-01-02\"}</script>"
                + "<article><h1>On kites</h1><p>Words.</p></article>");

        assertEquals(Optional.of("2020-01-02T03:04:05+01:00"), page.published().map(Moment::text));
    }
}

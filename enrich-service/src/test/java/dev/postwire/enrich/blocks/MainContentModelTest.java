package dev.postwire.enrich.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainContentModelTest {
    private static final String PAGE = """
            <title>How to prune a pear tree - Orchard Notes</title>
            <nav class=site-nav><a href=/>Home</a> <a href=/shop>Shop</a> <a href=/about>About</a></nav>
            <article class=post><h1>How to prune a pear tree</h1>
            <p>Late winter is the best time, because the tree sleeps, and without its leaves you see every branch at once.</p>
            <p>Take out what is dead, then what crosses, and step back after each cut; nobody has ever regretted stepping back.</p>
            <h2>What you need</h2><ul><li>A clean saw</li><li>A ladder that stands firmly</li></ul></article>
            <div class=related-posts><h3>You may also like</h3><a href=/quince>All about quinces</a> <a href=/fig>Figs</a></div>
            <footer>Copyright 2024 Orchard Notes. All rights reserved. <a href=/privacy>Privacy policy</a></footer>
            """;

    @ParameterizedTest
    @ValueSource(strings = {"main-content.model", "scraped-text.model"})
    void wasLearnedOverTheFeaturesThatThisVersionComputes(String resource) {
        MainContentModel model = MainContentModel.load(resource);
        PageBlocks page = PageBlocks.of(Jsoup.parse(PAGE));
        List<String> names = new ArrayList<>(BlockFeatures.names(page));
        names.addAll(ContextFeatures.names(page));

        assertEquals(names, model.names().subList(0, names.size()));
        assertTrue(model.provenance().contains("labelled"), model.provenance());
    }

    @Test
    void tellsAnArticleFromWhatStandsAroundIt() {
        Document page = Jsoup.parse(PAGE);

        String text = MainContentModel.load("main-content.model")
                .select(PageBlocks.of(page))
                .content(page.body())
                .text();

        assertTrue(
                text.contains("Late winter") && text.contains("stepping back.") && text.contains("A clean saw"), text);
        assertFalse(text.contains("Shop") || text.contains("Privacy") || text.contains("quinces"), text);
    }

    @Test
    @SuppressWarnings("unchecked")
    void saysWhyEachBlockWasChosenOrNot() {
        Selection selection = MainContentModel.load("main-content.model").select(PageBlocks.of(Jsoup.parse(PAGE)));

        List<Map<String, Object>> judged =
                (List<Map<String, Object>>) selection.notes().get("judged");

        assertEquals(selection.notes().get("blocks"), judged.size());
        for (Map<String, Object> block : judged) {
            assertFalse(((Map<String, Double>) block.get("why")).isEmpty(), block.toString());
        }
        assertTrue(judged.stream().anyMatch(block -> block.get("in").toString().startsWith("article.post > p")));
    }
}

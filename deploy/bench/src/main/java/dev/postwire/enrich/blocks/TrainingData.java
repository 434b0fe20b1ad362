package dev.postwire.enrich.blocks;

import dev.postwire.bench.Wcxb;
import dev.postwire.bench.scrape.Scrape;
import dev.postwire.enrich.read.Html;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a model is learned from, and the resource it becomes. */
enum TrainingData {
    /** Whole pages of every kind. */
    PAGES("main-content.model") {
        @Override
        List<LabelledPage> labelled(Wcxb.Page page) {
            return List.of(new LabelledPage(
                    page,
                    page.type(),
                    PageBlocks.of(Html.parse(page.source())),
                    "text/html; charset=utf-8",
                    page.html()));
        }
    },
    /**
     * The visible text of articles as scrapers leave it, in each of their ways; and texts with nothing around them, of which every
     * word is to stay: the articles' own main text, and posts in several languages.
     */
    TEXT("scraped-text.model") {
        @Override
        List<LabelledPage> labelled(Wcxb.Page page) {
            if (!page.type().equals("article")) return List.of();
            List<LabelledPage> forms = new ArrayList<>();
            // Two forms a page: lines with and without glue differ too little to be learned from twice.
            Scrape.Form inLines = page.id().hashCode() % 2 == 0 ? Scrape.Form.LINES : Scrape.Form.GLUED;
            for (Scrape.Form form : List.of(inLines, Scrape.Form.ONE))
                forms.add(ofText(page, form.code(), Scrape.of(page.source(), form)));
            if (!page.text().isBlank() && page.id().hashCode() % 3 == 0) forms.add(ofText(page, "clean", page.text()));
            return forms;
        }

        @Override
        List<LabelledPage> further() throws IOException {
            return CleanTexts.pages().stream()
                    .map(page -> ofText(page, page.type(), page.text()))
                    .toList();
        }
    };

    final String resource;

    TrainingData(String resource) {
        this.resource = resource;
    }

    abstract List<LabelledPage> labelled(Wcxb.Page page);

    /** What is learned from beside the labelled pages. */
    List<LabelledPage> further() throws IOException {
        return List.of();
    }

    private static LabelledPage ofText(Wcxb.Page page, String kind, String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return new LabelledPage(
                page,
                kind,
                TextPieces.of(lines).blocks(),
                "text/plain; charset=utf-8",
                text.getBytes(StandardCharsets.UTF_8));
    }

    List<LabelledPage> pages(Path folder) throws IOException {
        try (Stream<Wcxb.Page> pages = Wcxb.pages(folder)) {
            List<LabelledPage> all = new ArrayList<>();
            pages.forEach(page -> all.addAll(labelled(page)));
            all.addAll(further());
            return all;
        }
    }
}

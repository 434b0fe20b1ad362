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
    /** The visible text of articles as scrapers leave it, in each of their ways. */
    TEXT("scraped-text.model") {
        @Override
        List<LabelledPage> labelled(Wcxb.Page page) {
            if (!page.type().equals("article")) return List.of();
            List<LabelledPage> forms = new ArrayList<>();
            // Two forms a page: lines with and without glue differ too little to be learned from twice.
            Scrape.Form inLines = page.id().hashCode() % 2 == 0 ? Scrape.Form.LINES : Scrape.Form.GLUED;
            for (Scrape.Form form : List.of(inLines, Scrape.Form.ONE)) {
                String text = Scrape.of(page.source(), form);
                List<String> lines =
                        text.lines().filter(line -> !line.isBlank()).toList();
                forms.add(new LabelledPage(
                        page,
                        form.code(),
                        TextPieces.of(lines).blocks(),
                        "text/plain; charset=utf-8",
                        text.getBytes(StandardCharsets.UTF_8)));
            }
            return forms;
        }
    };

    final String resource;

    TrainingData(String resource) {
        this.resource = resource;
    }

    abstract List<LabelledPage> labelled(Wcxb.Page page);

    List<LabelledPage> pages(Path folder) throws IOException {
        try (Stream<Wcxb.Page> pages = Wcxb.pages(folder)) {
            return pages.flatMap(page -> labelled(page).stream()).toList();
        }
    }
}

package dev.postwire.bench.accuracy;

import dev.postwire.bench.Wcxb;
import dev.postwire.bench.WordF1;
import dev.postwire.bench.Words;
import dev.postwire.bench.contender.PostwireContender;
import dev.postwire.bench.scrape.Scrape;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Articles that arrive as text scraped off their pages, in each form; no peer reads such text, so simple rules stand beside us. */
public final class TextAccuracy {
    private final Map<String, UnaryOperator<String>> readers = new LinkedHashMap<>();
    private final Map<Scrape.Form, Map<String, Means>> scores = new EnumMap<>(Scrape.Form.class);
    private int articles;
    private int failed;

    private static final class Means {
        private final Mean f1 = new Mean();
        private final Mean precision = new Mean();
        private final Mean recall = new Mean();
    }

    public TextAccuracy() {
        PostwireContender postwire = new PostwireContender();
        readers.put(postwire.name(), text -> ours(postwire, text));
        readers.put("long lines kept", LineRules::longLines);
        readers.put("best run of lines", LineRules::bestRun);
        readers.put("as scraped", text -> text);
    }

    /** Only articles count; other pages are passed over. */
    public void add(Wcxb.Page page) {
        if (!page.type().equals("article")) return;
        articles++;
        Map<String, Integer> gold = Words.counts(page.text());
        for (Scrape.Form form : Scrape.Form.values()) {
            String text = Scrape.of(page.source(), form);
            readers.forEach((name, reader) -> {
                WordF1 score = WordF1.of(Words.counts(reader.apply(text)), gold);
                Means means = scores.computeIfAbsent(form, f -> new LinkedHashMap<>())
                        .computeIfAbsent(name, n -> new Means());
                means.f1.add(score.f1());
                means.precision.add(score.precision());
                means.recall.add(score.recall());
            });
        }
    }

    private String ours(PostwireContender postwire, String text) {
        try {
            return postwire.readText(text).text();
        } catch (IllegalStateException e) {
            failed++;
            return "";
        }
    }

    public String markdown() {
        Table table = new Table(
                List.of("articles (" + articles + ")", "lines: F1 / P / R", "glued: F1 / P / R", "one: F1 / P / R"));
        for (String reader : readers.keySet()) {
            table.row(List.of(
                    reader,
                    cell(Scrape.Form.LINES, reader),
                    cell(Scrape.Form.GLUED, reader),
                    cell(Scrape.Form.ONE, reader)));
        }
        return table + String.format(Locale.ROOT, "%nRefused by Postwire: %d of %d.%n", failed, 3 * articles);
    }

    private String cell(Scrape.Form form, String reader) {
        Means means = scores.getOrDefault(form, Map.of()).getOrDefault(reader, new Means());
        return means.f1.cell() + " / " + means.precision.cell() + " / " + means.recall.cell();
    }
}

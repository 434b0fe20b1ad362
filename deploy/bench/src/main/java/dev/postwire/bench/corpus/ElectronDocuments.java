package dev.postwire.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Electron's documentation with its translations (MIT), without code and without what was left in English. */
final class ElectronDocuments implements Source {
    private static final String ORIGINAL = "en-US";
    private static final int LEAST_LENGTH = 12;
    /** So many words that the original has, and the paragraph was not translated. */
    private static final double ORIGINAL_WORDS = 0.6;

    @Override
    public String name() {
        return "electron";
    }

    @Override
    public Path in(Path packages) {
        return packages.resolve("electron-i18n/index.json");
    }

    @Override
    public Map<String, List<String>> texts(Path index) throws IOException {
        JsonNode locales = new ObjectMapper().readTree(index.toFile()).get("docs");
        Set<String> english = new HashSet<>();
        for (String paragraph : paragraphs(locales.get(ORIGINAL))) english.addAll(words(paragraph));
        Map<String, Set<String>> texts = new TreeMap<>();
        locales.properties().forEach(locale -> {
            Set<String> text = texts.computeIfAbsent(Languages.of(locale.getKey()), language -> new LinkedHashSet<>());
            for (String paragraph : paragraphs(locale.getValue())) {
                List<String> words = words(paragraph);
                long original = words.stream().filter(english::contains).count();
                boolean translated = locale.getKey().equals(ORIGINAL) || original < ORIGINAL_WORDS * words.size();
                if (!words.isEmpty() && translated && paragraph.length() >= LEAST_LENGTH) text.add(paragraph);
            }
        });
        Map<String, List<String>> lines = new TreeMap<>();
        texts.forEach((language, text) -> lines.put(language, List.copyOf(text)));
        return lines;
    }

    private static List<String> paragraphs(JsonNode documents) {
        List<String> paragraphs = new ArrayList<>();
        for (JsonNode document : documents) {
            for (JsonNode section : document.path("sections")) {
                Document html = Jsoup.parse(section.path("html").asText());
                html.select("pre, code").forEach(code -> code.text(" "));
                for (Element block : html.select("p, li, h1, h2, h3, h4, h5, td, th")) {
                    block.select("p, li, ul, ol").stream()
                            .filter(inner -> inner != block)
                            .forEach(Element::remove);
                    paragraphs.add(block.text());
                }
            }
        }
        return paragraphs;
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }
}

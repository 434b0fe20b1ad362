package dev.postwire.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/** Words walked through the trigrams of language-detector's profiles (Apache-2.0), for languages that little else has. */
final class ProfileWords implements Source {
    private static final List<String> LANGUAGES = List.of("an", "ast", "br", "gl", "ht", "mt", "ne", "oc", "wa");
    private static final int LINES = 3_000;
    private static final int LINE_WORDS = 10;
    private static final int LONGEST = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "profiles";
    }

    @Override
    public Path in(Path packages) {
        return packages.resolve("language-detector-0.6.jar");
    }

    @Override
    public Map<String, List<String>> texts(Path jar) throws IOException {
        Map<String, List<String>> texts = new TreeMap<>();
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (String language : LANGUAGES) {
                if (file.getEntry("languages/" + language) == null) continue;
                try (InputStream in = file.getInputStream(file.getEntry("languages/" + language))) {
                    texts.put(language, lines(JSON.readTree(in).get("freq")));
                }
            }
        }
        return texts;
    }

    private static List<String> lines(JsonNode frequencies) {
        Weighted starts = new Weighted();
        Map<String, Weighted> next = new HashMap<>();
        frequencies.properties().forEach(row -> {
            String ngram = row.getKey();
            double count = row.getValue().asDouble();
            if (ngram.length() == 2 && ngram.charAt(0) == ' ') starts.add(ngram, count);
            if (ngram.length() == 3) {
                next.computeIfAbsent(ngram.substring(0, 2), two -> new Weighted())
                        .add(ngram.substring(2), count);
            }
        });
        SplittableRandom random = new SplittableRandom(3);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            List<String> words = new ArrayList<>();
            for (int w = 0; w < LINE_WORDS; w++) words.add(word(starts, next, random));
            lines.add(String.join(" ", words));
        }
        return lines;
    }

    private static String word(Weighted starts, Map<String, Weighted> next, SplittableRandom random) {
        StringBuilder word = new StringBuilder(starts.draw(random));
        while (word.length() < LONGEST) {
            Weighted characters = next.get(word.substring(word.length() - 2));
            String character = characters == null ? " " : characters.draw(random);
            if (character.equals(" ")) break;
            word.append(character);
        }
        return word.toString().strip().toLowerCase(Locale.ROOT);
    }
}

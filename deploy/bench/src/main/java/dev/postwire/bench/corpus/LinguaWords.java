package dev.postwire.bench.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Words drawn from the n-gram tables of lingua (Apache-2.0): see {@link WordTables}; of Chinese and Japanese characters. */
final class LinguaWords implements Source {
    private static final List<String> SIZES = List.of("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams");
    private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja");
    private static final int LINES = 20_000;
    private static final int LINE_WORDS = 10;
    private static final int CHARACTER_LINES = 4_000;
    private static final int LINE_CHARACTERS = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "lingua";
    }

    @Override
    public Path in(Path packages) {
        return packages.resolve("lingua-1.2.2.jar");
    }

    @Override
    public Map<String, List<String>> texts(Path jar) throws IOException {
        Map<String, List<String>> texts = new TreeMap<>();
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (String language : languages(file)) {
                if (WITHOUT_SPACES.contains(language)) texts.put(language, characters(file, language));
                else if (file.getEntry(entry(language, "fivegrams")) != null)
                    texts.put(language, words(file, language));
            }
        }
        return texts;
    }

    private static Set<String> languages(ZipFile file) {
        Set<String> languages = new TreeSet<>();
        file.stream().map(ZipEntry::getName).forEach(name -> {
            String[] parts = name.split("/");
            if (parts.length == 3 && parts[0].equals("language-models")) languages.add(parts[1]);
        });
        return languages;
    }

    private static String entry(String language, String size) {
        return "language-models/" + language + "/" + size + ".json";
    }

    private static List<String> words(ZipFile file, String language) throws IOException {
        WordTables words = new WordTables(tables(file, language));
        SplittableRandom random = new SplittableRandom(7);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            StringBuilder line = new StringBuilder();
            for (int w = 0; w < LINE_WORDS; w++) line.append(w == 0 ? "" : " ").append(words.draw(random));
            lines.add(line.toString());
        }
        return lines;
    }

    private static List<String> characters(ZipFile file, String language) throws IOException {
        Weighted characters = new Weighted();
        table(file, entry(language, "unigrams")).forEach(characters::add);
        SplittableRandom random = new SplittableRandom(7);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < CHARACTER_LINES; i++) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < LINE_CHARACTERS; c++) line.append(characters.draw(random));
            lines.add(line.toString());
        }
        return lines;
    }

    /** For one to five characters. */
    static List<Map<String, Double>> tables(ZipFile file, String language) throws IOException {
        List<Map<String, Double>> tables = new ArrayList<>();
        for (String size : SIZES) tables.add(table(file, entry(language, size)));
        return tables;
    }

    /** The probability of each n-gram's last character after the ones before it. */
    private static Map<String, Double> table(ZipFile file, String entry) throws IOException {
        Map<String, Double> table = new TreeMap<>();
        try (InputStream in = file.getInputStream(file.getEntry(entry))) {
            JSON.readTree(in).get("ngrams").properties().forEach(row -> {
                String[] fraction = row.getKey().split("/");
                double share = Double.parseDouble(fraction[0]) / Double.parseDouble(fraction[1]);
                for (String ngram : row.getValue().asText().split(" ")) table.put(ngram, share);
            });
        }
        return table;
    }
}

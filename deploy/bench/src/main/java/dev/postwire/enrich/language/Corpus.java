package dev.postwire.enrich.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The texts that languages are learned from: for each language its sources, each a list of pieces of {@value #PIECE_WORDS}
 * words at most. Read from a folder of files named {@code source.language}, a paragraph a line. Immutable; its order is that
 * of names and lines, so that the same folder teaches the same.
 */
record Corpus(SortedMap<String, SortedMap<String, List<String>>> languages) {
    static final int PIECE_WORDS = 40;
    /** Fewer pieces are no sample of a language. */
    private static final int LEAST_PIECES = 6;

    static Corpus read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) throw new NoSuchFileException(folder + " is not there: no texts to learn from");
        SortedMap<String, SortedMap<String, List<String>>> languages = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String[] name = file.getFileName().toString().split("\\.");
                if (name.length != 2) continue;
                List<String> pieces = pieces(Files.readAllLines(file));
                if (pieces.size() < LEAST_PIECES) continue;
                languages.computeIfAbsent(name[1], language -> new TreeMap<>()).put(name[0], pieces);
            }
        }
        return new Corpus(languages);
    }

    private static List<String> pieces(List<String> lines) {
        List<String> pieces = new ArrayList<>();
        for (String line : lines) {
            List<String> words = List.of(line.strip().split("\\s+"));
            for (int i = 0; i < words.size(); i += PIECE_WORDS) {
                pieces.add(String.join(" ", words.subList(i, Math.min(words.size(), i + PIECE_WORDS))));
            }
        }
        return pieces;
    }

    /** All but one source. */
    Corpus without(String source) {
        SortedMap<String, SortedMap<String, List<String>>> others = new TreeMap<>();
        languages.forEach((language, sources) -> {
            SortedMap<String, List<String>> kept = new TreeMap<>(sources);
            kept.remove(source);
            if (!kept.isEmpty()) others.put(language, kept);
        });
        return new Corpus(others);
    }

    /** One source only. */
    Corpus only(String source) {
        SortedMap<String, SortedMap<String, List<String>>> one = new TreeMap<>();
        languages.forEach((language, sources) -> {
            if (sources.containsKey(source)) one.put(language, new TreeMap<>(sources.subMap(source, source + "\0")));
        });
        return new Corpus(one);
    }

    /** The languages to be told apart by their words in a script; Latin letters are names' wherever there are others. */
    List<String> of(Script script) {
        return languages.keySet().stream()
                .filter(language -> scripts(language).contains(script))
                .toList();
    }

    private Set<Script> scripts(String language) {
        Set<Script> scripts = new TreeSet<>();
        languages.get(language).values().forEach(pieces -> {
            int[] letters = new int[Script.values().length];
            int all = 0;
            for (String piece : pieces.subList(0, Math.min(pieces.size(), 300))) {
                for (int point : piece.codePoints().filter(Character::isLetter).toArray()) {
                    Script script = Script.of(point);
                    if (script != null) letters[script.ordinal()]++;
                    all++;
                }
            }
            for (Script script : Script.values()) if (letters[script.ordinal()] > all / 4) scripts.add(script);
        });
        if (scripts.size() > 1) scripts.remove(Script.LATIN);
        return scripts;
    }
}

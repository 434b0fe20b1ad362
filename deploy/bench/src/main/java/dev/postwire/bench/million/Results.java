package dev.postwire.bench.million;

import dev.postwire.bench.accuracy.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was measured of a store of one size. It is kept in a file as it is found, so that a stage that is run again replaces its own
 * figures only, and stores of several sizes stand beside each other. For one thread.
 */
final class Results {
    private static final String ENDING = ".tsv";

    private final Path file;
    private final Map<String, String> found;

    /** @param folder where those of all sizes are kept */
    Results(Path folder, int posts) throws IOException {
        file = Files.createDirectories(folder).resolve(posts + ENDING);
        found = read(file);
    }

    void say(String what, String format, Object... values) throws IOException {
        found.put(what, String.format(Locale.ROOT, format, values));
        List<String> lines = new ArrayList<>();
        found.forEach((name, value) -> lines.add(name + "\t" + value));
        Files.write(file, lines);
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        if (!Files.exists(file)) return found;
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t", 2);
            found.put(cells[0], cells[1]);
        }
        return found;
    }

    /** A column for each size of which something is known. */
    static Table growth(Path folder) throws IOException {
        Map<Integer, Map<String, String>> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ENDING)).toList()) {
                sizes.put(Integer.valueOf(file.getFileName().toString().replace(ENDING, "")), read(file));
            }
        }
        List<String> head = new ArrayList<>(List.of("posts"));
        sizes.keySet().forEach(posts -> head.add(String.format(Locale.ROOT, "%,d", posts)));
        Table table = new Table(head);
        Set<String> all = new LinkedHashSet<>();
        sizes.values().forEach(one -> all.addAll(one.keySet()));
        for (String what : all) {
            List<String> row = new ArrayList<>(List.of(what));
            sizes.values().forEach(one -> row.add(one.getOrDefault(what, "")));
            table.row(row);
        }
        return table;
    }
}

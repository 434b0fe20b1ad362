package dev.postwire.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the TypeScript compiler says to programmers (Apache-2.0). */
final class CompilerMessages implements Source {
    private static final String FILE = "diagnosticMessages.generated.json";
    private static final int LEAST_LENGTH = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "typescript";
    }

    @Override
    public Path in(Path packages) {
        return packages.resolve("typescript/lib");
    }

    @Override
    public Map<String, List<String>> texts(Path folder) throws IOException {
        Map<String, List<String>> texts = new TreeMap<>();
        try (Stream<Path> locales = Files.list(folder)) {
            for (Path locale : locales.sorted().toList()) {
                Path file = locale.resolve(FILE);
                if (!Files.exists(file)) continue;
                List<String> lines = texts.computeIfAbsent(
                        Languages.of(locale.getFileName().toString()), language -> new ArrayList<>());
                for (JsonNode message : JSON.readTree(file.toFile())) {
                    String text = String.join(
                            " ",
                            message.asText()
                                    .replaceAll("['\"]?\\{\\d}['\"]?", " ")
                                    .strip()
                                    .split("\\s+"));
                    if (text.length() >= LEAST_LENGTH) lines.add(text);
                }
            }
        }
        return texts;
    }
}

package dev.postwire.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One record as it must stand on a topic: what writers are held to, and what readers must be able to read. Read from the class
 * path, from {@code contracts/samples/TOPIC/NAME}.
 *
 * @param name the case, e.g. {@code tombstone}
 * @param headers in their order, a repeated name several times
 * @param value the exact bytes; empty for a null value
 */
public record GoldenSample(String topic, String name, String key, List<Header> headers, Optional<byte[]> value) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Comparator<GoldenSample> BY_NAME = Comparator.comparing(GoldenSample::name);
    private static final String VALUE_PREFIX = "value.";

    /** One record header, its value as text. */
    public record Header(String name, String value) {
        public Header {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    public GoldenSample {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        headers = List.copyOf(headers);
    }

    /** All samples of a topic, by name. */
    public static List<GoldenSample> all(String topic) {
        return Contracts.read("samples/" + topic, folder -> {
            try (Stream<Path> cases = Files.list(folder)) {
                return cases.map(path -> sample(topic, path)).sorted(BY_NAME).toList();
            }
        });
    }

    /** The sample of that name; there must be one. */
    public static GoldenSample named(String topic, String name) {
        return Contracts.read("samples/" + topic + "/" + name, folder -> sample(topic, folder));
    }

    /** A schema's text, by its file name, e.g. {@code enriched-post.v1.schema.json}. */
    public static String schema(String file) {
        return Contracts.read(file, Files::readString);
    }

    /** The first header of that name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equals(name))
                .map(Header::value)
                .findFirst();
    }

    @Override
    public String toString() {
        return topic + "/" + name;
    }

    private static GoldenSample sample(String topic, Path folder) {
        try {
            return new GoldenSample(
                    topic,
                    folder.getFileName().toString(),
                    Files.readString(folder.resolve("key.txt")).strip(),
                    headers(JSON.readTree(Files.readAllBytes(folder.resolve("headers.json")))),
                    value(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Header> headers(JsonNode json) {
        List<Header> headers = new ArrayList<>();
        json.properties().forEach(field -> {
            if (field.getValue().isTextual()) {
                headers.add(new Header(field.getKey(), field.getValue().asText()));
            } else {
                field.getValue().forEach(value -> headers.add(new Header(field.getKey(), value.asText())));
            }
        });
        return headers;
    }

    private static Optional<byte[]> value(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> file = files.filter(
                            path -> path.getFileName().toString().startsWith(VALUE_PREFIX))
                    .findFirst();
            return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
        }
    }
}

package dev.postwire.local.stand;

import dev.postwire.local.part.FreePorts;
import dev.postwire.local.part.PartFailure;
import dev.postwire.local.part.Port;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The stand's ports. For each the first of these decides: {@code --port KEY=NUMBER}, the variable
 * {@code POSTWIRE_PORT_KEY}, {@code postwire.port.KEY} in the stand's {@code postwire.properties}, the default.
 */
public final class Ports {
    private static final String PREFIX = "postwire.port.";
    private static final Map<String, Integer> DEFAULTS = defaults();

    private final Map<String, Port> ports;

    private Ports(Map<String, Port> ports) {
        this.ports = ports;
    }

    private static Map<String, Integer> defaults() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("query", 8080);
        ports.put("ingest", 8081);
        ports.put("enrich", 8082);
        ports.put("kafka", 9092);
        ports.put("kafka-controller", 9093);
        ports.put("postgres", 5433);
        return ports;
    }

    /**
     * @param file the stand's properties; may be missing
     * @throws PartFailure naming the key whose value will not do, or that there is no such key
     */
    public static Ports resolve(Map<String, String> options, Map<String, String> environment, Path file) {
        Properties properties = read(file);
        for (String key : properties.stringPropertyNames()) {
            if (!key.startsWith(PREFIX) || !DEFAULTS.containsKey(key.substring(PREFIX.length()))) {
                throw new PartFailure("unknown key " + key + " in " + file + "; known: " + PREFIX
                        + String.join("|", DEFAULTS.keySet()));
            }
        }
        options.keySet().stream().filter(key -> !DEFAULTS.containsKey(key)).forEach(key -> {
            throw new PartFailure("unknown port " + key + "; known: " + String.join(", ", DEFAULTS.keySet()));
        });
        Map<String, Port> ports = new LinkedHashMap<>();
        DEFAULTS.forEach((key, usual) -> {
            String value = properties.getProperty(PREFIX + key, usual.toString());
            value = environment.getOrDefault(variable(key), value);
            ports.put(key, parse(key, options.getOrDefault(key, value)));
        });
        return new Ports(ports);
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(in);
            } catch (IOException e) {
                throw new PartFailure(file + " cannot be read: " + e.getMessage(), e);
            }
        }
        return properties;
    }

    private static String variable(String key) {
        return "POSTWIRE_PORT_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Port parse(String key, String value) {
        try {
            return new Port(key, Integer.parseInt(value.strip()));
        } catch (IllegalArgumentException e) { // a NumberFormatException is one
            throw new PartFailure("the port of " + key + " must be a number from 1 to 65535, not '" + value + "'", e);
        }
    }

    public Port get(String key) {
        return ports.get(key);
    }

    /** The ports as options that {@link #resolve} reads back. */
    public Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        ports.forEach((key, port) -> numbers.put(key, port.number()));
        return numbers;
    }

    /**
     * Makes sure that each can be listened on.
     *
     * @param file where the message says they can be changed
     */
    public void requireFree(Path file) {
        Map<Integer, String> seen = new LinkedHashMap<>();
        ports.forEach((key, port) -> {
            String other = seen.putIfAbsent(port.number(), key);
            if (other != null) {
                throw new PartFailure("port " + port.number() + " is given to both " + other + " and " + key);
            }
            if (!FreePorts.isFree(port)) {
                throw new PartFailure(
                        "port " + port.number() + " for " + key + " is taken: give it another with --port " + key
                                + "=NUMBER, " + variable(key) + " or " + PREFIX + key + " in " + file);
            }
        });
    }
}

package dev.postwire.testing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configuration keys as the code declares them and as the reference lists them, each with its default. */
public final class Reference {
    private static final Pattern ROW =
            Pattern.compile("\\| `(postwire\\.[a-z.-]+)` \\| `?([^|`]*)`? \\| ([a-z]+) \\|.*");
    private static final Pattern WORD_START = Pattern.compile("(?=[A-Z])");

    private Reference() {}

    /** The keys of mappings; one without a default has the empty string. */
    public static Map<String, String> declared(Class<?>... mappings) {
        Map<String, String> keys = new TreeMap<>();
        for (Class<?> mapping : mappings) {
            collect(mapping, mapping.getAnnotation(ConfigMapping.class).prefix(), keys);
        }
        return keys;
    }

    /** The rows of the table of keys for a service, or for {@code all}; a default that is no value is the empty string. */
    public static Map<String, String> listed(String service) {
        Map<String, String> keys = new TreeMap<>();
        for (String line : page("keys.md").lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && row.group(3).equals(service)) {
                boolean value = line.contains("| `" + row.group(2) + "` |");
                keys.put(row.group(1), value ? row.group(2) : "");
            }
        }
        return keys;
    }

    /** The text of a page of the reference, found from whichever module's folder the test runs in. */
    public static String page(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("query-service"))) folder = folder.getParent();
        if (folder == null) throw new IllegalStateException("no source tree around the working folder");
        try {
            return Files.readString(folder.resolve("deploy/reference").resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException("the reference cannot be read", e);
        }
    }

    private static void collect(Class<?> group, String prefix, Map<String, String> keys) {
        for (Method method : group.getMethods()) {
            String key = prefix + "."
                    + String.join("-", WORD_START.split(method.getName())).toLowerCase(java.util.Locale.ROOT);
            WithDefault byDefault = method.getAnnotation(WithDefault.class);
            Class<?> type = method.getReturnType();
            if (type.isInterface() && type.getEnclosingClass() == group) collect(type, key, keys);
            else keys.put(key, byDefault == null ? "" : byDefault.value());
        }
    }
}

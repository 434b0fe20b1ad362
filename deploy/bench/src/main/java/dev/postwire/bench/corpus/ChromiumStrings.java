package dev.postwire.bench.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** What Chromium says to its users (BSD-3-Clause), from its data packs, version 5 of their format. */
final class ChromiumStrings implements Source {
    private static final String SUFFIX = ".pak";
    private static final int VERSION = 5;
    private static final int UTF_8 = 1;
    private static final int HEADER_BYTES = 12;
    private static final int ENTRY_BYTES = 6;
    private static final int LEAST_LENGTH = 8;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(?:\\d|[a-z]\\w*)|\\{\\d}");

    @Override
    public String name() {
        return "chrome";
    }

    @Override
    public Path in(Path packages) {
        return packages.resolve("chromium-l10n/usr/lib/chromium/locales");
    }

    @Override
    public Map<String, List<String>> texts(Path locales) throws IOException {
        Map<String, List<String>> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(locales)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(SUFFIX) || name.contains("_")) continue; // what is said to men or women apart
                String locale = name.substring(0, name.length() - SUFFIX.length());
                texts.computeIfAbsent(Languages.of(locale), language -> new ArrayList<>())
                        .addAll(strings(Files.readAllBytes(file)));
            }
        }
        return texts;
    }

    private static List<String> strings(byte[] pack) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(pack).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt(0) != VERSION) throw new IOException("a data pack of version " + bytes.getInt(0));
        Charset charset = bytes.get(4) == UTF_8 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE;
        int count = Short.toUnsignedInt(bytes.getShort(8));
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int start = bytes.getInt(HEADER_BYTES + i * ENTRY_BYTES + 2);
            int end = bytes.getInt(HEADER_BYTES + (i + 1) * ENTRY_BYTES + 2);
            String string = new String(pack, start, end - start, charset);
            if (string.indexOf('\0') >= 0 || string.indexOf('\uFFFD') >= 0) continue; // a picture or a script
            String text = text(string);
            if (text.length() >= LEAST_LENGTH && text.indexOf('{') < 0) strings.add(text);
        }
        return strings;
    }

    private static String text(String string) {
        String plain = string.indexOf('<') < 0 && string.indexOf('&') < 0
                ? string
                : Jsoup.parse(string).text();
        return String.join(
                " ", PLACEHOLDER.matcher(plain).replaceAll(" ").strip().split("\\s+"));
    }
}

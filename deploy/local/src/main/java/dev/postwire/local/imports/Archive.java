package dev.postwire.local.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A folder in one file, {@code .tar} or {@code .zip}, packed or not. Read twice: first its names, for what site it is, then what is in
 * it. A folder around a site, as archives of repositories have one, is no part of the places in it.
 */
final class Archive {
    private static final int LARGEST_CONFIGURATION = 1024 * 1024;
    private static final int MOST_NOTED = 10_000;

    private final FileReading files;
    private final boolean drafts;

    Archive(FileReading files, boolean drafts) {
        this.files = files;
        this.drafts = drafts;
    }

    /** The file, opened anew each time. */
    interface Opener {
        InputStream open() throws IOException;
    }

    private interface Visitor {
        void visit(String name, InputStream content) throws IOException, InterruptedException;
    }

    /** @param counted as {@code file}, but its bytes count as read */
    void read(String place, String name, Opener file, Opener counted, Finds finds) throws InterruptedException {
        try {
            Names names = new Names();
            each(name, file, names::see);
            Site site = names.site();
            site.note().ifPresent(note -> finds.note(place + note));
            Passes passes = new Passes(site, drafts);
            Set<String> noted = new HashSet<>();
            each(name, counted, (entry, content) -> {
                String inside = names.below(entry);
                Optional<String> passed = passed(
                        passes,
                        inside,
                        place + ": " + entry.substring(0, entry.length() - inside.length()),
                        noted,
                        finds);
                if (passed.isPresent()) return;
                files.read(
                        new FileReading.Source(place + ": " + entry, site.relative(inside), site.generator()),
                        content,
                        finds);
            });
        } catch (IOException e) {
            finds.faulty(place, "cannot be read: " + e.getMessage());
        }
    }

    /** Tells of a folder that is left alone once, of a file each time. */
    private static Optional<String> passed(Passes passes, String inside, String place, Set<String> noted, Finds finds) {
        for (int slash = inside.indexOf('/'); slash > 0; slash = inside.indexOf('/', slash + 1)) {
            String folder = inside.substring(0, slash);
            Optional<String> why = passes.folder(folder);
            if (why.isPresent()) {
                if (noted.size() < MOST_NOTED && noted.add(folder)) finds.passed(place + folder + "/", why.get());
                return why;
            }
        }
        Optional<String> why = passes.file(inside)
                .or(() -> Optional.of("archives within archives").filter(in -> Unpacked.isArchive(inside)));
        why.ifPresent(phrase -> finds.passed(place + inside, phrase));
        return why;
    }

    private static void each(String name, Opener file, Visitor visitor) throws IOException, InterruptedException {
        try (InputStream in = file.open();
                InputStream unpacked = Unpacked.stream(name, in)) {
            if (Unpacked.isZip(Unpacked.name(name))) eachOfZip(unpacked, visitor);
            else eachOfTar(unpacked, visitor);
        }
    }

    private static void eachOfTar(InputStream in, Visitor visitor) throws IOException, InterruptedException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(in, StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) visitor.visit(normal(entry.getName()), open(tar));
            }
        }
    }

    private static void eachOfZip(InputStream in, Visitor visitor) throws IOException, InterruptedException {
        try (ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) visitor.visit(normal(entry.getName()), open(zip));
            }
        }
    }

    private static InputStream open(InputStream archive) {
        return new FilterInputStream(archive) {
            @Override
            public void close() {
                // The next one is read from the same stream.
            }
        };
    }

    private static String normal(String name) {
        return name.replace('\\', '/').replaceFirst("^(?:\\./|/)+", "");
    }

    /** What a first look at the names tells. */
    private static final class Names {
        private final Map<String, Set<String>> tops = new HashMap<>();
        private String configuration = "";

        void see(String name, InputStream content) throws IOException {
            String[] parts = name.split("/", 3);
            Set<String> below = tops.computeIfAbsent(parts[0], top -> new HashSet<>());
            if (parts.length > 1 && below.size() < MOST_NOTED) below.add(parts[1]);
            if (parts.length < 3 && parts[parts.length - 1].equals("config.toml")) {
                configuration = new String(content.readNBytes(LARGEST_CONFIGURATION), StandardCharsets.UTF_8);
            }
        }

        Site site() {
            Optional<String> around = around();
            Set<String> names = around.map(tops::get).orElseGet(tops::keySet);
            return new Site(Generator.of(names, name -> configuration), false);
        }

        String below(String name) {
            return around().map(top -> name.substring(top.length() + 1)).orElse(name);
        }

        /** The one folder that all of it is in, where that is a site. */
        private Optional<String> around() {
            if (tops.size() != 1) return Optional.empty();
            return tops.entrySet().stream()
                    .filter(top -> Generator.of(top.getValue(), name -> configuration) != Generator.NONE)
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }
}

package dev.postwire.enrich.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Reads the built-in files and those of an operator's folders into one vocabulary. */
final class VocabularyFiles {
    /** One a domain. */
    static final List<String> BUILT_IN = List.of(
            "software.ttl",
            "systems.ttl",
            "web.ttl",
            "science.ttl",
            "general.ttl",
            "events.ttl",
            "organisations.ttl",
            "people.ttl",
            "places.ttl");

    private static final int LARGEST_FILE_BYTES = 64 << 20;
    private static final int VERSION_BYTES = 6;

    private VocabularyFiles() {}

    static Vocabulary load(List<Path> folders) {
        Assembly assembly = new Assembly();
        MessageDigest digest = sha256();
        for (Path folder : folders) {
            for (Path file : files(folder)) add(assembly, digest, file.toString(), bytes(file));
        }
        for (String name : BUILT_IN) add(assembly, digest, name, builtIn(name));
        byte[] version = new byte[VERSION_BYTES];
        System.arraycopy(digest.digest(), 0, version, 0, VERSION_BYTES);
        return new Vocabulary(assembly.lexicon(), HexFormat.of().formatHex(version));
    }

    private static void add(Assembly assembly, MessageDigest digest, String name, byte[] bytes) {
        digest.update(bytes);
        digest.update((byte) 0);
        assembly.add(TurtleReader.read(name, bytes));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder))
            throw new VocabularyException("the vocabulary folder " + folder + " is missing");
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(VocabularyFiles::isVocabulary).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new VocabularyException("the vocabulary folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isVocabulary(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".ttl") && !name.startsWith(".") && !Files.isDirectory(file);
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE_BYTES) {
                throw new VocabularyException(file + ": it is larger than " + LARGEST_FILE_BYTES + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new VocabularyException(file + ": it cannot be read: " + e, e);
        }
    }

    static byte[] builtIn(String name) {
        try (InputStream in = VocabularyFiles.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.postwire.query.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Labelled: each of {@code told} in many copies, which must fold; all else, {@code forms} above all, must not. */
class LikenessTest {
    private static final Path STORIES = Path.of("src/test/resources/story");

    private record Post(String name, String kind, Telling telling, long simhash) {
        static Post of(String name, String kind, String title, String text) {
            Telling telling = Telling.of(title, text);
            return new Post(name, kind, telling, SimhashOfShingles.of(telling));
        }
    }

    @Test
    void foldsCopiesAndNothingElse() throws IOException {
        List<Post> posts = new ArrayList<>();
        for (Path file : files("told")) told(posts, file);
        int copies = posts.size();
        for (Path file : files("forms")) forms(posts, file);
        int pairs = 0;
        int found = 0;
        int folded = 0;
        int sketched = 0;
        int banded = 0;
        List<String> wrong = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            for (int j = i + 1; j < posts.size(); j++) {
                Post one = posts.get(i);
                Post other = posts.get(j);
                boolean same = j < copies && one.name().equals(other.name());
                Likeness likeness = Likeness.of(one.telling(), other.telling());
                assertEquals(likeness, Likeness.of(other.telling(), one.telling()), "in either order");
                boolean candidate = meet(one.telling().sketch(), other.telling().sketch());
                String pair = one.name() + "/" + one.kind() + " " + other.name() + "/" + other.kind() + " " + likeness;
                if (same) {
                    pairs++;
                    sketched += candidate ? 1 : 0;
                    banded += bandsMeet(one.simhash(), other.simhash()) ? 1 : 0;
                    found += candidate && likeness == Likeness.SAME ? 1 : 0;
                    if (likeness != Likeness.SAME || !candidate) missed.add(pair);
                }
                if (likeness == Likeness.SAME) {
                    folded++;
                    if (!same) wrong.add(pair);
                }
            }
        }
        System.out.printf(
                "near-duplicates: %d posts, %d pairs of copies; recall %.3f, precision %.3f; candidates by sketch %.3f,"
                        + " by four bands of a simhash %.3f%n",
                posts.size(),
                pairs,
                (double) found / pairs,
                (double) (folded - wrong.size()) / folded,
                (double) sketched / pairs,
                (double) banded / pairs);
        assertEquals(List.of(), wrong);
        assertTrue(found >= 0.9 * pairs, () -> String.join("\n", missed));
    }

    private static void told(List<Post> posts, Path file) throws IOException {
        String name = file.getFileName().toString();
        String[] whole = Files.readString(file).split("\n", 2);
        String title = whole[0];
        String text = whole[1].strip();
        String[] paragraphs = text.split("\n\n");
        String start = String.join("\n\n", Arrays.copyOf(paragraphs, 2));
        String last = paragraphs[paragraphs.length - 1];
        String most = text.substring(0, text.length() - last.length());
        posts.add(Post.of(name, "original", title, text));
        posts.add(Post.of(
                name,
                "syndicated",
                title,
                text.replace("\"", "”").replace("\n\n", "\n").replace(" – ", " - ")));
        posts.add(Post.of(name, "without its end", title, most));
        posts.add(Post.of(name, "its first half", title, start));
        posts.add(Post.of(
                name,
                "with boilerplate",
                title,
                "By our own staff | Share this | Print\n" + text + "\n"
                        + "Subscribe to our newsletter and never miss a story. All rights reserved, Example Media Group 2026. Read next:"
                        + " ten places to see before winter."));
        posts.add(Post.of(name, "retitled", "You will not believe this one", text));
        posts.add(Post.of(name, "corrected", title, corrected(text)));
    }

    /** A character or a word here and there. */
    private static String corrected(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int share = 1; share < 4; share++) {
            int at = out.length() * share / 4;
            while (Character.isLetterOrDigit(out.charAt(at)) && out.charAt(at) < 0x3000) at++;
            out.insert(at, out.charAt(0) < 0x3000 ? " indeed" : "実");
        }
        return out.toString();
    }

    private static void forms(List<Post> posts, Path file) throws IOException {
        String[] all = Files.readString(file).split("\n---\n");
        for (int i = 0; i < all.length; i++) {
            String[] one = all[i].split("\n", 2);
            posts.add(Post.of(file.getFileName().toString(), String.valueOf(i), one[0], one[1]));
        }
    }

    private static boolean meet(int[] one, int[] other) {
        Set<Integer> keys = IntStream.of(one).boxed().collect(Collectors.toSet());
        return IntStream.of(other).anyMatch(keys::contains);
    }

    private static boolean bandsMeet(long one, long other) {
        for (int shift = 0; shift < 64; shift += 16)
            if ((one >>> shift & 0xffff) == (other >>> shift & 0xffff)) return true;
        return false;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(STORIES.resolve(folder))) {
            return files.sorted().toList();
        }
    }

    /** What sketches are compared with. */
    private static final class SimhashOfShingles {
        static long of(Telling telling) {
            int[] counts = new int[64];
            for (long shingle : telling.shingles()) {
                for (int bit = 0; bit < 64; bit++) counts[bit] += (shingle >>> bit & 1) == 1 ? 1 : -1;
            }
            long simhash = 0;
            for (int bit = 0; bit < 64; bit++) if (counts[bit] > 0) simhash |= 1L << bit;
            return simhash;
        }
    }
}

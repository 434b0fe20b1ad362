package dev.postwire.ingest.post;

import java.util.ArrayDeque;
import java.util.Deque;

/** Resolves {@code .} and {@code ..} in an absolute path, as RFC 3986, section 5.2.4 does. */
final class DotSegments {
    private DotSegments() {}

    static String remove(String path) {
        if (!path.contains("/.")) return path;
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            boolean up = segments[i].equals("..");
            if (up) kept.pollLast();
            if (!up && !segments[i].equals(".")) {
                kept.addLast(segments[i]);
            } else if (last) {
                kept.addLast(""); // what is left is a folder
            }
        }
        return "/" + String.join("/", kept);
    }
}

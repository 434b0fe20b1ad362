package dev.postwire.enrich.metadata;

import dev.postwire.enrich.word.LowerCase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the site of a page is called, and titles without it. */
final class SiteNames {
    private static final int SHORTEST = 3;

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> labels = new LinkedHashSet<>();

    void add(String name) {
        String words = Titles.words(name);
        if (!words.isEmpty()) names.add(words);
    }

    /** Adds what the host is called: {@code forum.example.co.uk} is {@code example}. */
    void addHost(String url) {
        int start = url.indexOf("://");
        if (start < 0) return;
        int end = start + 3;
        while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) end++;
        String[] parts = url.substring(start + 3, end).split("\\.");
        for (int i = 0; i < parts.length - 1; i++) {
            String label = LowerCase.of(parts[i].replace("-", ""));
            boolean said = label.length() > SHORTEST
                    && !label.equals("blog")
                    && !label.equals("forum")
                    && !label.equals("docs");
            if (said) labels.add(label);
        }
    }

    boolean isSite(String text) {
        String words = Titles.words(text);
        if (words.isEmpty()) return false;
        if (names.contains(words)) return true;
        String squashed = words.replace(" ", "");
        for (String label : labels) {
            if (squashed.equals(label)) return true;
            // "Example Forums" on forums.example.org; "The Example" on example.com
            if (squashed.contains(label) && squashed.length() <= label.length() + 12) return true;
            if (label.contains(squashed) && squashed.length() > SHORTEST && squashed.length() * 2 > label.length())
                return true;
        }
        for (String name : names) {
            String other = name.replace(" ", "");
            if (other.startsWith(squashed) && squashed.length() > SHORTEST && squashed.length() * 2 > other.length())
                return true;
            if (squashed.startsWith(other) && other.length() > SHORTEST && squashed.length() <= other.length() + 8)
                return true;
        }
        return false;
    }

    /** The title without the name of its site at either end. */
    String without(String title) {
        List<TitleParts.Cut> cuts = TitleParts.cuts(title);
        int start = 0;
        int end = title.length();
        int last = cuts.size() - 1;
        while (last >= 0 && isSite(title.substring(cuts.get(last).start(), end)))
            end = cuts.get(last--).end();
        if (last >= 0
                && end == title.length()
                && isSite(title.substring(0, cuts.get(0).end()))) {
            start = cuts.get(0).start();
        }
        String rest = title.substring(start, end).strip();
        return rest.isEmpty() ? title : rest;
    }
}

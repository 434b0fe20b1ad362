package dev.postwire.enrich.read.dialect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tags whose content is not Markdown: code, which becomes a fenced block with its language; comments, which go; what is to be taken
 * as it stands. One for each text, as it remembers which ends are not to be found again.
 */
final class CodeTags {
    private static final Set<String> CODE =
            Set.of("highlight", "codeblock", "code", "sourcecode", "prism", "mermaid", "gocode");
    private static final Set<String> COMMENTS = Set.of("comment");
    private static final Set<String> VERBATIM = Set.of("raw", "verbatim", "rawblock");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z][A-Za-z0-9+#._-]{0,29}");
    private static final Pattern LANGUAGE_OPTION =
            Pattern.compile("(?:^|\\s)lang(?:uage)?[:=]\\s?[\"']?([A-Za-z0-9+#._-]{1,30})");
    /** Within Liquid's own tag it keeps Liquid from its signs, and is none of the code. */
    private static final Pattern RAW = Pattern.compile("\\{%-?\\s{0,5}(?:end)?raw\\s{0,5}-?%}");

    private static final Pattern FENCE = Pattern.compile("`{3,}");

    /** Zola's end of whatever is open. */
    private static final String ANY_END = "{% end %}";

    private final String text;
    private final Set<String> missing = new HashSet<>();
    /** By what closes, where it was last found. */
    private final Map<String, int[]> closes = new HashMap<>();

    private int lastEnd = -1;

    CodeTags(String text) {
        this.text = text;
    }

    /** @param end past the closing tag */
    record Block(String markdown, int end) {}

    /** @param indent the white space before the tag where nothing else stands there */
    Optional<Block> at(Tag tag, Optional<String> indent) {
        String name = tag.name();
        boolean known = CODE.contains(name) || COMMENTS.contains(name) || VERBATIM.contains(name);
        if (tag.closes() || !known) return Optional.empty();
        int[] close = close(tag);
        if (close == null) return Optional.empty();
        String inner = text.substring(tag.end(), close[0]);
        String markdown = COMMENTS.contains(name) ? "" : VERBATIM.contains(name) ? inner : code(tag, inner, indent);
        return Optional.of(new Block(markdown, close[1]));
    }

    private static String code(Tag tag, String inner, Optional<String> indent) {
        if (tag.words().contains("hl_inline=true")) return "`` " + inner.strip() + " ``";
        String fence = "```";
        Matcher fences = FENCE.matcher(inner);
        while (fences.find()) if (fences.group().length() >= fence.length()) fence = fences.group() + "`";
        String shown = tag.kind() == Tag.Kind.BLOCK ? RAW.matcher(inner).replaceAll("") : inner;
        String code = shown.startsWith("\n") ? shown.substring(1) : shown;
        String title = title(tag);
        String before = indent.orElse("");
        return (indent.isPresent() ? "" : "\n\n")
                + (title.isEmpty() ? "" : title + "\n\n" + before)
                + fence + language(tag) + "\n" + code.stripTrailing() + "\n" + before + fence + "\n";
    }

    private static String language(Tag tag) {
        if (tag.name().equals("mermaid")) return "mermaid";
        Matcher option = LANGUAGE_OPTION.matcher(tag.words());
        if (option.find()) return option.group(1);
        if (tag.name().equals("codeblock")) return "";
        String first = Arguments.of(tag.words()).positional(0).orElse("");
        return LANGUAGE.matcher(first).matches() ? first : "";
    }

    /** Octopress and Hexo put a title before the options. */
    private static String title(Tag tag) {
        if (!tag.name().equals("codeblock")) return "";
        StringBuilder title = new StringBuilder();
        for (String word : tag.words().split("\\s+")) {
            if (word.indexOf(':') > 0 || Embeds.isWeb(word)) break;
            title.append(title.length() == 0 ? "" : " ").append(word);
        }
        return Embeds.escaped(title.toString());
    }

    /** Whether a tag further down closes this one. */
    boolean isClosed(Tag tag) {
        if (close(tag) != null) return true;
        if (lastEnd < 0) lastEnd = Math.max(0, text.lastIndexOf(ANY_END));
        return tag.kind() == Tag.Kind.BLOCK && lastEnd > tag.end();
    }

    /** Where the tag that closes this one begins and ends; {@code null} where none does. */
    private int[] close(Tag tag) {
        boolean shortcode = tag.kind() == Tag.Kind.SHORTCODE;
        String word = (shortcode ? "/" : "end") + tag.name();
        int[] known = closes.get(word);
        if (known != null && known[0] >= tag.end()) return known;
        if (missing.contains(word)) return null;
        for (int at = text.indexOf(word, tag.end()); at >= 0; at = text.indexOf(word, at + 1)) {
            int open = at;
            while (open > tag.end() && " -\t".indexOf(text.charAt(open - 1)) >= 0) open--;
            int start = open - (shortcode ? 3 : 2);
            boolean opens = start >= tag.end() && text.startsWith(shortcode ? "{{" : "{%", start);
            Optional<Tag> close = opens ? Tag.at(text, start) : Optional.empty();
            if (close.isPresent() && close.get().closes() && close.get().name().equals(tag.name())) {
                closes.put(word, new int[] {start, close.get().end()});
                return closes.get(word);
            }
        }
        missing.add(word);
        return null;
    }
}

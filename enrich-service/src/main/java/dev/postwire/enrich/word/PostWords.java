package dev.postwire.enrich.word;

import dev.postwire.enrich.post.EnrichedPost.CodeBlock;
import dev.postwire.enrich.post.EnrichedPost.Link;
import dev.postwire.enrich.post.EnrichedPost.Section;
import dev.postwire.enrich.render.Rendering;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A post as its taggers see it: the words of its title and of its text, their stems, and which words of the text stand in section
 * titles, links and code. Used by one thread.
 *
 * @param site the host of its canonical URL
 * @param language BCP 47, {@code und} where it is not known
 * @param headings the words of the text that stand in section titles
 * @param links the words of the text that stand in links
 * @param code the words of the text that stand in code blocks
 * @param codeLanguages what the code blocks are said to be written in, in small letters
 */
public record PostWords(
        Optional<String> site,
        String language,
        Words title,
        Words text,
        Stems stems,
        BitSet headings,
        BitSet links,
        BitSet code,
        Set<String> codeLanguages) {

    public static PostWords of(Optional<String> site, String language, Optional<String> title, Rendering rendering) {
        Words text = Words.of(rendering.text());
        BitSet headings = new BitSet();
        for (Section section : rendering.outline()) {
            int length = section.title().codePointCount(0, section.title().length());
            mark(headings, text, section.start(), section.start() + length);
        }
        BitSet links = new BitSet();
        for (Link link : rendering.links()) mark(links, text, link.start(), link.end());
        BitSet code = new BitSet();
        Set<String> languages = new HashSet<>();
        for (CodeBlock block : rendering.codeBlocks()) {
            mark(code, text, block.start(), block.end());
            if (block.language() != null) languages.add(block.language().toLowerCase(Locale.ROOT));
        }
        return new PostWords(
                site, language, Words.of(title.orElse("")), text, Stems.of(language), headings, links, code, languages);
    }

    private static void mark(BitSet words, Words text, int startPoint, int endPoint) {
        int from = text.firstFrom(startPoint);
        int to = text.firstFrom(endPoint);
        if (from < to) words.set(from, to);
    }

    /** The stem of a word of the text. */
    public String stem(int word) {
        return stems.stem(text.folded(word));
    }

    /** The stem of a word of the title. */
    public String titleStem(int word) {
        return stems.stem(title.folded(word));
    }
}

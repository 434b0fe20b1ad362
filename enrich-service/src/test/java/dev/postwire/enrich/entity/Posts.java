package dev.postwire.enrich.entity;

import dev.postwire.enrich.post.EnrichedPost.Author;
import dev.postwire.enrich.post.EnrichedPost.CodeBlock;
import dev.postwire.enrich.post.EnrichedPost.Entity;
import dev.postwire.enrich.post.EnrichedPost.Link;
import dev.postwire.enrich.render.Rendering;
import dev.postwire.enrich.vocabulary.Mention;
import dev.postwire.enrich.vocabulary.Vocabulary;
import dev.postwire.enrich.word.PostWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Posts for tests: text with links as Markdown writes them, and what is found in it, as {@code type: name}. */
final class Posts {
    private static final EntityFinder FINDER = new EntityFinder(Vocabulary.builtIn());

    private Posts() {}

    static FoundEntities found(String language, String title, String marked, List<String> authors, boolean known) {
        List<Link> links = new ArrayList<>();
        List<CodeBlock> code = new ArrayList<>();
        String text = plain(marked, links, code);
        Rendering rendering = new Rendering("", "", text, List.of(), List.of(), links, code);
        PostWords words =
                PostWords.of(Optional.empty(), language, Optional.of(title).filter(t -> !t.isEmpty()), rendering);
        List<Mention> mentions = known ? Vocabulary.builtIn().mentions(words) : List.of();
        return FINDER.find(
                words, authors.stream().map(name -> new Author(name, null)).toList(), links, mentions);
    }

    /** Without a vocabulary. */
    static FoundEntities found(String text) {
        return found("en", "", text, List.of(), false);
    }

    static List<String> names(FoundEntities found, EntityType type) {
        return found.entities().stream()
                .filter(entity -> entity.type().equals(type.code()))
                .map(Entity::name)
                .toList();
    }

    static List<String> names(String text, EntityType type) {
        return names(found(text), type);
    }

    static List<String> quotes(FoundEntities found, String name) {
        return found.entities().stream()
                .filter(entity -> entity.name().equals(name))
                .flatMap(entity -> entity.mentions().stream())
                .map(mention -> mention.quote())
                .toList();
    }

    /** Of a cell of a table of names; empty for none. */
    static List<String> list(String cell) {
        return cell == null || cell.isBlank()
                ? List.of()
                : Arrays.stream(cell.split(";")).map(String::strip).toList();
    }

    private static String plain(String marked, List<Link> links, List<CodeBlock> code) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < marked.length()) {
            int close = marked.charAt(at) == '[' ? marked.indexOf("](", at) : -1;
            int end = close < 0 ? -1 : marked.indexOf(')', close);
            if (end > 0) {
                String label = marked.substring(at + 1, close);
                int start = points(text);
                text.append(label);
                links.add(new Link(marked.substring(close + 2, end), label, start, points(text)));
                at = end + 1;
            } else if (marked.charAt(at) == '`') {
                int stop = marked.indexOf('`', at + 1);
                int start = points(text);
                text.append(marked, at + 1, stop);
                code.add(new CodeBlock(null, start, points(text)));
                at = stop + 1;
            } else {
                text.append(marked.charAt(at++));
            }
        }
        return text.toString();
    }

    private static int points(StringBuilder text) {
        return text.codePointCount(0, text.length());
    }
}

package dev.postwire.bench.tags;

import dev.postwire.enrich.learn.AuthorTag;
import dev.postwire.enrich.learn.Example;
import dev.postwire.enrich.learn.Subject;
import dev.postwire.enrich.render.Rendering;
import dev.postwire.enrich.word.PostWords;
import dev.postwire.enrich.word.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** As many posts of one site as are asked for, each made of pieces of two posts of the corpora, with tags of both. */
final class ManyPosts {
    static final String SITE = "many.example";
    private static final int WORDS_OF_EACH = 150;
    private static final int TAGS_OF_EACH = 2;

    private final List<Example> sources = new ArrayList<>();

    ManyPosts() throws IOException {
        for (String name : TaggedCorpus.ALL)
            sources.addAll(TaggedCorpus.read(name).train());
    }

    Example post(int number) {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder();
        Set<AuthorTag> tags = new LinkedHashSet<>();
        String language = "en";
        for (int i = 0; i < 2; i++) {
            Example source = sources.get(random.nextInt(sources.size()));
            language = source.post().words().language();
            Words words = source.post().words().text();
            if (words.size() > 0) {
                int first = random.nextInt(Math.max(1, words.size() - WORDS_OF_EACH));
                text.append(words.written(first, Math.min(words.size() - 1, first + WORDS_OF_EACH)))
                        .append('\n');
            }
            for (int t = 0; t < TAGS_OF_EACH; t++)
                tags.add(source.tags().get(random.nextInt(source.tags().size())));
        }
        Rendering rendering = new Rendering("", "", text.toString(), List.of(), List.of(), List.of(), List.of());
        PostWords words = PostWords.of(Optional.of(SITE), language, Optional.empty(), rendering);
        return new Example("many-" + number, Subject.of(words), List.copyOf(tags));
    }
}

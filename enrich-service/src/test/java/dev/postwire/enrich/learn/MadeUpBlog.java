package dev.postwire.enrich.learn;

import dev.postwire.enrich.render.Rendering;
import dev.postwire.enrich.word.PostWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A blog of three subjects, each with its own words among words that all share. */
final class MadeUpBlog {
    static final String SITE = "blog.example";

    private static final Map<String, List<String>> SUBJECTS = new TreeMap<>(Map.of(
            "sailing", List.of("boat", "anchor", "harbour", "wind", "rudder", "mast", "tide", "sailing"),
            "baking", List.of("flour", "oven", "yeast", "dough", "crust", "butter", "kneading", "loaf"),
            "astronomy", List.of("telescope", "comet", "orbit", "galaxy", "planet", "eclipse", "nebula", "lens")));
    private static final List<String> SHARED = List.of(
            "yesterday",
            "we",
            "found",
            "some",
            "time",
            "for",
            "a",
            "long",
            "morning",
            "with",
            "friends",
            "and",
            "the",
            "weather",
            "was",
            "better",
            "than",
            "expected",
            "so",
            "this",
            "took",
            "most",
            "of",
            "day");

    private MadeUpBlog() {}

    static List<Example> posts(int count) {
        Random random = new Random(7);
        List<String> subjects = List.copyOf(SUBJECTS.keySet());
        List<Example> posts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String subject = subjects.get(i % subjects.size());
            posts.add(post("post-" + i, text(SUBJECTS.get(subject), random), subject));
        }
        return posts;
    }

    private static String text(List<String> own, Random random) {
        StringBuilder text = new StringBuilder("Notes \uD83D\uDE00:");
        for (int i = 0; i < 40; i++) {
            List<String> words = random.nextInt(4) == 0 ? own : SHARED;
            text.append(' ').append(words.get(random.nextInt(words.size())));
        }
        return text.append('.').toString();
    }

    static Example post(String id, String text, String... tags) {
        return postOf(SITE, id, text, tags);
    }

    static Example postOf(String site, String id, String text, String... tags) {
        List<AuthorTag> given = new ArrayList<>();
        for (String tag : tags) given.add(AuthorTag.of(tag));
        return new Example(id, subject(site, text), given);
    }

    static Subject subject(String site, String text) {
        Rendering rendering = new Rendering("", "", text, List.of(), List.of(), List.of(), List.of());
        return Subject.of(PostWords.of(Optional.of(site), "en", Optional.empty(), rendering));
    }

    static TagModel model(List<Example> posts) {
        Trainer trainer = new Trainer();
        posts.forEach(trainer::add);
        return trainer.train();
    }

    static List<String> chosen(TagModel model, String text) {
        return model.suggest(subject(SITE, text)).stream()
                .filter(candidate -> candidate.chosen())
                .map(candidate -> candidate.slug())
                .toList();
    }
}

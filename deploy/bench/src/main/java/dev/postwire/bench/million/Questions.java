package dev.postwire.bench.million;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What readers ask: words that stand in some post, with what is said of it as a filter. Each number is always the same question. */
final class Questions {
    private final PostMaker maker = new PostMaker();
    private final int posts;

    Questions(int posts) {
        this.posts = posts;
    }

    /** Two words that a post's topics have, its language and a time about it; for one in two its tag instead of the time. */
    String twoWordsAndFilters(int number) {
        MadeUpPost post = post(number);
        SplittableRandom random = new SplittableRandom(number);
        String filter = number % 2 == 0
                ? "&from=" + post.published().toString().substring(0, 4) + "-01-01"
                : "&tag=" + encoded(MadeUpPost.tag(post.topics().get(0)));
        return "/v1/posts?limit=10&language=" + post.tongue().code + filter + "&q="
                + encoded(topicWords(post, random, 2));
    }

    /** As somebody asks who writes sentences: ten words in a row, frequent ones among them. */
    String tenWords(int number) {
        MadeUpPost post = post(number);
        if (post.tongue().space.isEmpty()) {
            String text = post.text();
            int end = text.offsetByCodePoints(0, Math.min(20, text.codePointCount(0, text.length())));
            return "/v1/posts?limit=10&q=" + encoded(text.substring(0, end));
        }
        List<String> words = List.of(post.text().split("[^\\p{L}]+"));
        return "/v1/posts?limit=10&q=" + encoded(String.join(" ", words.subList(0, Math.min(10, words.size()))));
    }

    String facets(int number) {
        MadeUpPost post = post(number);
        return "/v1/posts?limit=10&facets=tag,language,site&q="
                + encoded(topicWords(post, new SplittableRandom(number), 1));
    }

    String timeline(int number) {
        return "/v1/timeline?q=" + encoded(topicWords(post(number), new SplittableRandom(number), 1));
    }

    /** The most there is to count, as where a page shows them before anything is typed. */
    String facetsOfAll(int number) {
        return "/v1/posts?limit=10&facets=tag,language,site";
    }

    String timelineOfAll(int number) {
        return "/v1/timeline";
    }

    String newest(int number) {
        return "/v1/posts?limit=20&sort=published&language=" + post(number).tongue().code;
    }

    String one(int number) {
        return "/v1/posts/" + post(number).id();
    }

    String similar(int number) {
        return one(number) + "/similar";
    }

    String story(int number) {
        return one(number) + "/story";
    }

    private MadeUpPost post(int number) {
        return maker.make(new SplittableRandom(number * 77L).nextInt(posts));
    }

    private static String topicWords(MadeUpPost post, SplittableRandom random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int topic = post.topics().get(random.nextInt(post.topics().size()));
            words.add(PostMaker.topicWord(post.tongue(), topic, PostMaker.skewed(random, 40)));
        }
        return String.join(" ", words);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package dev.postwire.bench.million;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes posts by number, each time the same. The shapes are those of blogs: lengths log-normal around 95 words, few sites with very
 * many posts, one to five tags of which few are used very often, twenty years of dates with more towards the end, a fiftieth nearly
 * the same as an earlier post. A post is about its topics: a fifth of its words are theirs. Safe for any number of threads.
 */
final class PostMaker {
    static final Instant LATEST = Instant.parse("2026-06-01T00:00:00Z");
    static final int TOPICS = 3_000;
    private static final int SITES = 4_000;
    private static final int TOPIC_WORDS = 40;
    private static final double TWENTY_YEARS = Duration.ofDays(7_305).toSeconds();
    private static final double USUAL_WORDS = 95;
    private static final double SPREAD = 0.6;
    private static final int MOST_WORDS = 900;
    private static final int COPY_EVERY = 50;
    private static final int COPY_FROM = 37;

    MadeUpPost make(int number) {
        if (number % COPY_EVERY == COPY_EVERY - 1) return copy(number);
        SplittableRandom random = new SplittableRandom(number * 0x9e3779b97f4a7c15L + 5);
        int site = skewed(random, SITES);
        // A site has a language, and a few things it writes about.
        Tongue tongue = Tongue.at(new SplittableRandom(site).nextInt(100));
        List<Integer> topics = new ArrayList<>();
        int tags = 1 + skewed(random, 5);
        for (int i = 0; i < tags; i++) {
            int topic = random.nextInt(3) == 0 ? skewed(random, TOPICS) : (site * 17 + skewed(random, 30)) % TOPICS;
            if (!topics.contains(topic)) topics.add(topic);
        }
        int words = (int) Math.min(MOST_WORDS, 12 + USUAL_WORDS * Math.exp(SPREAD * gaussian(random)));
        List<String> paragraphs = new ArrayList<>();
        for (int left = words; left > 0; left -= 60)
            paragraphs.add(paragraph(random, tongue, topics, Math.min(60, left)));
        return new MadeUpPost(
                "m" + number,
                tongue,
                site,
                "Author " + site + " " + Tongue.EN.words.word(900 + (site * 3 + random.nextInt(3)) % 4_000),
                LATEST.minusSeconds((long) (TWENTY_YEARS * Math.pow(random.nextDouble(), 1.6))),
                tongue.sentence(words(random, tongue, topics, 3 + random.nextInt(7))),
                paragraphs,
                topics);
    }

    /** As a wire copy: elsewhere, later, a word changed in each paragraph and a line of the other site's below. */
    private MadeUpPost copy(int number) {
        MadeUpPost source = make(number - COPY_FROM);
        SplittableRandom random = new SplittableRandom(number);
        int site = skewed(random, SITES);
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : source.paragraphs()) {
            int middle = paragraph.offsetByCodePoints(0, paragraph.codePointCount(0, paragraph.length()) / 2);
            paragraphs.add(
                    paragraph.substring(0, middle) + source.tongue().words.draw(random) + paragraph.substring(middle));
        }
        paragraphs.add(source.tongue().sentence(words(random, source.tongue(), List.of(site % TOPICS), 12)));
        return new MadeUpPost(
                "m" + number,
                source.tongue(),
                site,
                source.author(),
                source.published().plusSeconds(random.nextInt(200_000)),
                source.title(),
                paragraphs,
                source.topics());
    }

    private static String paragraph(SplittableRandom random, Tongue tongue, List<Integer> topics, int words) {
        StringBuilder text = new StringBuilder();
        for (int left = words; left > 0; ) {
            int length = Math.min(left, 6 + random.nextInt(14));
            text.append(tongue.sentence(words(random, tongue, topics, length))).append(tongue.stop);
            left -= length;
        }
        return text.toString().strip();
    }

    private static List<String> words(SplittableRandom random, Tongue tongue, List<Integer> topics, int count) {
        List<String> drawn = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(5) > 0) {
                drawn.add(tongue.words.draw(random));
            } else {
                int topic = topics.get(random.nextInt(topics.size()));
                drawn.add(topicWord(tongue, topic, skewed(random, TOPIC_WORDS)));
            }
        }
        return drawn;
    }

    /** The n-th word of a topic in a language: none of the most frequent, for these are about nothing. */
    static String topicWord(Tongue tongue, int topic, int n) {
        int common = 300;
        return tongue.words.word(common + (topic * 97 + n * 13) % (tongue.words.size() - common));
    }

    /** The lower the likelier: about as Zipf's law has it. */
    static int skewed(SplittableRandom random, int bound) {
        return (int) (Math.pow(bound + 1, random.nextDouble()) - 1);
    }

    private static double gaussian(SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < 12; i++) sum += random.nextDouble();
        return sum - 6;
    }
}

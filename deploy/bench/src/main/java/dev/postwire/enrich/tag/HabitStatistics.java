package dev.postwire.enrich.tag;

import dev.postwire.enrich.phrase.PhraseKey;
import dev.postwire.enrich.word.PostWords;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Learns {@link TagHabits}: counts over sites, so that no site's own habits speak for all. */
final class HabitStatistics {
    private static final int FEWEST_TEXTS = 3;
    private static final double PRIOR_WEIGHT = 3;
    private static final double MOST_USED = 8;

    private final Map<String, Map<Long, Integer>> texts = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Map<Long, double[]> words = new HashMap<>();
    private final Map<Long, Map<String, Integer>> labels = new HashMap<>();

    static HabitStatistics of(Collection<TaggedPost> posts) {
        HabitStatistics statistics = new HabitStatistics();
        Map<String, Integer> ofSite = new HashMap<>();
        for (TaggedPost post : posts) ofSite.merge(post.site(), 1, Integer::sum);
        for (TaggedPost post : posts) statistics.add(post, 1 / Math.sqrt(ofSite.get(post.site())));
        return statistics;
    }

    private void add(TaggedPost post, double weight) {
        PostWords words = post.words();
        Set<Long> inText = new HashSet<>();
        for (int i = 0; i < words.text().size(); i++) inText.add(PhraseKey.of(words.stem(i)));
        for (int i = 0; i < words.title().size(); i++) inText.add(PhraseKey.of(words.titleStem(i)));
        String language = words.language().split("-")[0];
        sizes.merge(language, 1, Integer::sum);
        Map<Long, Integer> frequencies = texts.computeIfAbsent(language, l -> new HashMap<>());
        for (long word : inText) frequencies.merge(word, 1, Integer::sum);
        if (post.gold().isEmpty()) return;
        Set<Long> inTags = new HashSet<>();
        for (String slug : post.gold()) {
            List<String> stems = VocabularyTagger.stems(words.stems(), slug);
            labels.computeIfAbsent(PhraseKey.of(stems), k -> new HashMap<>()).merge(post.site(), 1, Integer::sum);
            for (String stem : stems) inTags.add(PhraseKey.of(stem));
        }
        for (long word : inText) {
            double[] counts = this.words.computeIfAbsent(word, w -> new double[3]);
            counts[0] += weight;
            counts[2]++;
            if (inTags.contains(word)) counts[1] += weight;
        }
    }

    void write(DataOutput out) throws IOException {
        Map<Long, Integer> most = new HashMap<>();
        Map<Long, Double> rarity = new HashMap<>();
        texts.forEach((language, frequencies) -> {
            double size = Math.log1p(Math.max(200, sizes.get(language)));
            frequencies.forEach((word, count) -> {
                most.merge(word, count, Integer::sum);
                rarity.merge(word, Math.max(0, 1 - Math.log1p(count) / size), Math::min);
            });
        });
        rarity.keySet().removeIf(word -> most.get(word) < FEWEST_TEXTS);
        write(out, rarity.keySet(), rarity::get);
        double all = words.values().stream().mapToDouble(c -> c[0]).sum();
        double tagged = words.values().stream().mapToDouble(c -> c[1]).sum();
        Map<Long, Double> asTags = new HashMap<>();
        double prior = tagged / all;
        words.forEach((word, counts) -> {
            double share = (counts[1] + PRIOR_WEIGHT * prior) / (counts[0] + PRIOR_WEIGHT);
            double value = 0.25 + Math.log(share / prior) / Math.log(2) / 8;
            if (counts[2] >= FEWEST_TEXTS) asTags.put(word, Math.max(0, Math.min(1, value)));
        });
        write(out, asTags.keySet(), asTags::get);
        Map<Long, Double> habits = new HashMap<>();
        labels.forEach((label, sites) -> {
            double used = sites.values().stream()
                    .mapToDouble(n -> Math.log(1 + n) / Math.log(2))
                    .sum();
            if (sites.size() > 1 || used > 1.5) habits.put(label, Math.min(1, used / MOST_USED));
        });
        write(out, habits.keySet(), habits::get);
    }

    private static void write(DataOutput out, Collection<Long> keys, ToDoubleFunction<Long> value) throws IOException {
        Map<Integer, Integer> sorted = new TreeMap<>(Integer::compareUnsigned);
        for (Long key : keys) sorted.put(HashedBytes.hash(key), (int) Math.round(255 * value.applyAsDouble(key)));
        out.writeInt(sorted.size());
        for (Map.Entry<Integer, Integer> entry : sorted.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeByte(entry.getValue());
        }
    }

    TagHabits habits() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(new DataOutputStream(bytes));
            return TagHabits.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

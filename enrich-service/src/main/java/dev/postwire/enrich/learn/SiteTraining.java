package dev.postwire.enrich.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Makes the model of one site, or of all that have few posts, from the posts gathered; from an earlier model where that is near. */
final class SiteTraining {
    /** Fewer do not tell how much each kind of score is worth here; the ranker that comes with the enricher knows others. */
    private static final int FEWEST_RANKED = 100;

    private static final int FEWEST_COINED = 60;

    private static final int MOST_RANKED = 3_000;
    private static final int MOST_LABELS = 60_000;
    private static final int MOST_HITS = 60;
    /** The share of the posts that may change before all is learned anew. */
    private static final double MOST_CHANGED = 0.2;

    private static final int MOST_LANGUAGES = 8;
    private static final double RARE_LANGUAGE = 0.01;

    private final List<Gathered> posts;
    private final Optional<SiteModel> before;
    /** The ids of the posts that are as they were in the earlier model. */
    private final Set<String> kept = new HashSet<>();

    SiteTraining(List<Gathered> posts, Optional<SiteModel> before) {
        this.posts = List.copyOf(posts);
        this.before = before;
        if (before.isEmpty()) return;
        Set<String> earlier = new HashSet<>();
        for (TaggedPost post : before.get().index.posts) earlier.add(post.id());
        for (Gathered post : posts) if (!post.isFresh() && earlier.contains(post.id())) kept.add(post.id());
    }

    SiteModel train() {
        if (before.isEmpty()) return whole();
        SiteModel old = before.get();
        int fresh = posts.size() - kept.size();
        int gone = old.index.size() - kept.size();
        if (fresh == 0 && gone == 0) return old;
        boolean near = Math.abs(posts.size() - old.learned.posts()) + fresh <= MOST_CHANGED * old.learned.posts();
        return near && gone <= MOST_CHANGED * old.index.size() ? onward(old) : whole();
    }

    private SiteModel whole() {
        SiteIndex index = index();
        LinearTraining training = new LinearTraining(index);
        BitSet all = new BitSet();
        all.set(0, index.tags.size());
        LinearModels linear = new LinearModels(training.models(all), index.terms.size());
        return new SiteModel(index, rankers(index, training, linear));
    }

    private Learned rankers(SiteIndex index, LinearTraining training, LinearModels linear) {
        int folds = LinearTraining.FOLDS;
        while (folds > 1 && (long) index.size() * (folds - 1) / LinearTraining.FOLDS >= MOST_RANKED) folds--;
        float[][] unseen = training.unseen(folds);
        int[] asked = IntStream.range(0, index.size())
                .filter(post -> unseen[post] != null)
                .limit(MOST_RANKED)
                .toArray();
        RankerTraining.Post[] rows = new RankerTraining.Post[asked.length];
        IntStream.range(0, asked.length).parallel().forEach(i -> rows[i] = rows(index, asked[i], unseen[asked[i]]));
        RankerTraining rankers = new RankerTraining(List.of(rows));
        Ranker ranker = rankers.isPossible(FEWEST_RANKED) ? rankers.train() : DefaultRanker.INSTANCE;
        RankerTraining.Post[] coined = IntStream.of(asked)
                .parallel()
                .filter(post -> posts.get(post).isFresh())
                .mapToObj(post -> Coinage.rows(index, posts.get(post).reading().orElseThrow(), post, unseen[post]))
                .toArray(RankerTraining.Post[]::new);
        RankerTraining coiners = new RankerTraining(List.of(coined));
        if (!coiners.isPossible(FEWEST_COINED)) {
            boolean joins = before.map(old -> old.learned.joins()).orElse(false);
            return new Learned(linear, ranker, before.flatMap(old -> old.learned.coiner()), joins, index.size());
        }
        Ranker known = ranker.with((float) Math.max(0, ranker.missing() - coiners.right()));
        return new Learned(linear, known, Optional.of(coiners.train()), Coinage.joins(index, posts), index.size());
    }

    static RankerTraining.Post rows(SiteIndex index, int number, float[] linear) {
        TaggedPost post = index.posts[number];
        List<float[]> rows = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (Question.Row row : Question.of(index, number, linear).rows()) {
            rows.add(row.features());
            right.add(post.has(row.label()));
        }
        return new RankerTraining.Post(number, rows, right, post.labels().length);
    }

    /** Learns anew only the linear models of tags that got or lost posts; how to weigh the scores stays as it was learned. */
    private SiteModel onward(SiteModel old) {
        SiteIndex index = index();
        Set<String> touched = new HashSet<>();
        for (Gathered post : posts) if (!kept.contains(post.id())) post.tags().forEach(tag -> touched.add(tag.slug()));
        for (TaggedPost post : old.index.posts) {
            if (kept.contains(post.id())) continue;
            for (int label : post.labels())
                touched.add(old.index.tags.get(label).slug());
        }
        Map<String, Integer> oldLabels = new HashMap<>();
        for (int i = 0; i < old.index.tags.size(); i++)
            oldLabels.put(old.index.tags.get(i).slug(), i);
        BitSet anew = new BitSet();
        for (int label = 0; label < index.tags.size(); label++) {
            if (touched.contains(index.tags.get(label).slug())) anew.set(label);
        }
        LinearModels.Weights[] models = new LinearTraining(index).models(anew);
        LinearModels.Weights[] earlier = old.learned.linear().all();
        for (int label = 0; label < models.length; label++) {
            Integer oldLabel = oldLabels.get(index.tags.get(label).slug());
            if (anew.get(label) || oldLabel == null || earlier[oldLabel] == null) continue;
            models[label] = renumbered(earlier[oldLabel], old.index.terms, index.terms);
        }
        return new SiteModel(index, old.learned.with(new LinearModels(models, index.terms.size())));
    }

    private static LinearModels.Weights renumbered(LinearModels.Weights model, TermTable from, TermTable to) {
        int[] ids = new int[model.ids().length];
        short[] steps = new short[ids.length];
        int size = 0;
        for (int i = 0; i < ids.length; i++) {
            int id = to.id(from.term(model.ids()[i]));
            if (id < 0) continue;
            ids[size] = id;
            steps[size++] = model.steps()[i];
        }
        return new LinearModels.Weights(
                Arrays.copyOf(ids, size), Arrays.copyOf(steps, size), model.unit(), model.bias());
    }

    SiteIndex index() {
        List<AuthorTag> tags = tags();
        Map<String, Integer> labels = new HashMap<>();
        for (AuthorTag tag : tags) labels.put(tag.slug(), labels.size());
        List<String> languages = languages();
        LabelIndex finder = new LabelIndex(tags.stream().map(AuthorTag::label).toList(), languages);
        TermTable terms = terms();
        Set<Integer> known = new HashSet<>();
        before.ifPresent(old -> old.index.tags.forEach(tag -> known.add(labels.getOrDefault(tag.slug(), -1))));
        TaggedPost[] tagged = new TaggedPost[posts.size()];
        IntStream.range(0, tagged.length)
                .parallel()
                .forEach(i -> tagged[i] = tagged(posts.get(i), labels, known, finder, terms));
        return new SiteIndex(tags, languages, terms, List.of(tagged));
    }

    private TermTable terms() {
        TermCounts counts = new TermCounts();
        for (Gathered post : posts) {
            if (!kept.contains(post.id())) for (int term : post.terms().terms()) counts.add(term, 1);
        }
        if (kept.isEmpty()) return TermTable.of(counts, posts.size());
        // Posts of an earlier model keep their heaviest terms only: the model's own counts are the truer ones.
        SiteIndex old = before.orElseThrow().index;
        for (int i = 0; i < old.terms.size(); i++) counts.add(old.terms.term(i), old.terms.count(i));
        for (TaggedPost post : old.posts) {
            if (!kept.contains(post.id())) for (int term : post.terms(old.terms).terms()) counts.add(term, -1);
        }
        return TermTable.of(counts, posts.size());
    }

    /** Each in the spelling that most posts have, the most used first; of equally used ones the first. */
    private List<AuthorTag> tags() {
        Map<String, Map<String, Integer>> spellings = new LinkedHashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        for (Gathered post : posts) {
            for (AuthorTag tag : post.tags()) {
                spellings
                        .computeIfAbsent(tag.slug(), slug -> new LinkedHashMap<>())
                        .merge(tag.label(), 1, Integer::sum);
                uses.merge(tag.slug(), 1, Integer::sum);
            }
        }
        List<AuthorTag> tags = new ArrayList<>();
        spellings.forEach((slug, of) -> tags.add(new AuthorTag(slug, mostUsed(of))));
        tags.sort(Comparator.comparingInt(tag -> -uses.get(tag.slug())));
        return tags.subList(0, Math.min(MOST_LABELS, tags.size()));
    }

    private static String mostUsed(Map<String, Integer> spellings) {
        String best = "";
        for (Map.Entry<String, Integer> spelling : spellings.entrySet()) {
            if (best.isEmpty() || spelling.getValue() > spellings.get(best)) best = spelling.getKey();
        }
        return best;
    }

    private List<String> languages() {
        Map<String, Integer> counts = new TreeMap<>();
        int fresh = 0;
        for (Gathered post : posts) {
            if (!post.isFresh()) continue;
            counts.merge(post.language(), 1, Integer::sum);
            fresh++;
        }
        List<String> languages =
                new ArrayList<>(before.map(old -> old.index.languages).orElse(List.of()));
        int enough = (int) Math.ceil(fresh * RARE_LANGUAGE);
        counts.entrySet().stream()
                .filter(count -> count.getValue() >= enough && !languages.contains(count.getKey()))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(Math.max(0, MOST_LANGUAGES - languages.size()))
                .forEach(count -> languages.add(count.getKey()));
        return languages;
    }

    private static TaggedPost tagged(
            Gathered post, Map<String, Integer> labels, Set<Integer> known, LabelIndex finder, TermTable terms) {
        int[] own = post.tags().stream()
                .map(tag -> labels.get(tag.slug()))
                .filter(label -> label != null)
                .mapToInt(label -> label)
                .distinct()
                .toArray();
        Collection<Hit> hits = post.isFresh()
                ? finder.hits(post.reading().orElseThrow()).values()
                : post.hits(labels, finder.roughHits(post.terms(), known));
        Hit[] kept = hits.stream()
                .filter(hit -> hit.kind() != Hit.Kind.NONE)
                .sorted(Comparator.comparingInt((Hit hit) -> hit.kind().ordinal())
                        .thenComparingInt(hit -> hit.label))
                .limit(MOST_HITS)
                .toArray(Hit[]::new);
        Terms heaviest = terms.known(post.terms());
        return new TaggedPost(post.id(), post.site(), post.day(), post.words(), own, Packed.of(heaviest, terms, kept));
    }
}

package dev.postwire.enrich.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gathers tagged posts and makes a model of them. Keeps numbers of each post, not its text. The same examples in the same order
 * give the same model. Used by one thread; {@link #train} uses all cores.
 */
public final class Trainer {
    /** A site with fewer posts than this has none of its own: its posts are learned together with those of other such sites. */
    static final int FEWEST_POSTS = 30;

    private final TagModel before;
    private final Map<String, Gathered> posts = new LinkedHashMap<>();

    public Trainer() {
        this(TagModel.empty());
    }

    private Trainer(TagModel before) {
        this.before = before;
        for (SiteModel site : before.sites().values()) {
            for (TaggedPost post : site.index.posts) posts.put(post.id(), Gathered.of(post, site.index));
        }
    }

    /** Goes on from a model: what is added to and removed from its posts is learned anew, the rest is kept. */
    public static Trainer from(TagModel model) {
        return new Trainer(model);
    }

    /** Takes the place of an earlier example of the same id; one without tags counts as removed. */
    public void add(Example example) {
        if (example.tags().isEmpty()) remove(example.id());
        else if (posts.containsKey(example.id()) || posts.size() < Postings.MOST_POSTS) {
            posts.put(example.id(), Gathered.of(example));
        }
    }

    /** Forgets a post; nothing happens where there is none of that id. */
    public void remove(String id) {
        posts.remove(id);
    }

    public TagModel train() {
        Map<String, List<Gathered>> bySite = new TreeMap<>();
        for (Gathered post : posts.values()) {
            bySite.computeIfAbsent(post.site(), site -> new ArrayList<>()).add(post);
        }
        Map<String, List<Gathered>> groups = new TreeMap<>();
        for (Gathered post : posts.values()) {
            boolean few = bySite.get(post.site()).size() < FEWEST_POSTS;
            groups.computeIfAbsent(few ? TagModel.ALL_OTHERS : post.site(), site -> new ArrayList<>())
                    .add(post);
        }
        Map<String, SiteModel> sites = new TreeMap<>();
        groups.forEach((site, of) -> sites.put(
                site, new SiteTraining(of, Optional.ofNullable(before.sites().get(site))).train()));
        return TagModel.of(sites);
    }
}

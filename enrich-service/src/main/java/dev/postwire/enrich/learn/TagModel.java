package dev.postwire.enrich.learn;

import dev.postwire.enrich.tag.Acquaintance;
import dev.postwire.enrich.tag.Candidate;
import dev.postwire.enrich.word.PostWords;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which tags the authors would give: learned from those they gave, for each site with enough posts by itself and for all others
 * together. Holds hashes of words, tags and ids, no text of any post. Immutable, thread-safe.
 */
public final class TagModel {
    /** No site has this name. */
    static final String ALL_OTHERS = "";

    private static final TagModel EMPTY = new TagModel(Map.of(), "none");

    private final Map<String, SiteModel> sites;
    private final String version;
    /** Those of which a few posts were learned, beside others. */
    private final Set<String> fewPosts = new HashSet<>();

    private TagModel(Map<String, SiteModel> sites, String version) {
        this.sites = sites;
        this.version = version;
        SiteModel others = sites.get(ALL_OTHERS);
        if (others != null) for (TaggedPost post : others.index.posts) fewPosts.add(post.site());
    }

    /** Knows nothing, suggests nothing. */
    public static TagModel empty() {
        return EMPTY;
    }

    static TagModel of(Map<String, SiteModel> sites) {
        if (sites.isEmpty()) return EMPTY;
        Map<String, SiteModel> sorted = new TreeMap<>(sites);
        return new TagModel(sorted, ModelBytes.version(ModelBytes.write(sorted)));
    }

    /**
     * The model that {@link #parts} made, whatever order the parts come in.
     *
     * @throws UnreadableModelException where a part is broken, missing, of another model or of another version of this format
     */
    public static TagModel of(List<byte[]> parts) throws UnreadableModelException {
        byte[] whole = ModelParts.joined(parts);
        Map<String, SiteModel> sites = ModelBytes.read(whole);
        return sites.isEmpty() ? EMPTY : new TagModel(sites, ModelBytes.version(whole));
    }

    /** The model in pieces of at most 900 kB, for {@link #of}; the same model gives the same bytes. */
    public List<byte[]> parts() {
        return ModelParts.of(ModelBytes.write(sites));
    }

    /** A hash of all it has learned: two models of one version suggest the same. */
    public String version() {
        return version;
    }

    /** How many posts it was learned from. */
    public int posts() {
        return sites.values().stream().mapToInt(site -> site.index.size()).sum();
    }

    /** How many tags it may suggest. */
    public int tags() {
        Set<String> slugs = new HashSet<>();
        for (SiteModel site : sites.values()) site.index.tags.forEach(tag -> slugs.add(tag.slug()));
        return slugs.size();
    }

    /** Whether the site has had enough posts for a model of its own. */
    public boolean knows(String site) {
        return !site.equals(ALL_OTHERS) && sites.containsKey(site);
    }

    /** How well it knows the site of a post; a post that names none is like those that do so too. */
    public Acquaintance acquaintance(Optional<String> site) {
        if (site.filter(this::knows).isPresent()) return Acquaintance.KNOWN;
        return site.isEmpty() || fewPosts.contains(site.get()) ? Acquaintance.SLIGHT : Acquaintance.UNKNOWN;
    }

    Map<String, SiteModel> sites() {
        return sites;
    }

    /** As {@link #suggest(Subject)} where nothing but the words is known. */
    public List<Candidate> suggest(PostWords post) {
        return suggest(Subject.of(post));
    }

    /**
     * The tags that came into question, the most probable first; those that its author would have given, as far as can be told,
     * are chosen, each with its evidence.
     */
    public List<Candidate> suggest(Subject post) {
        SiteModel site = sites.get(post.words().site().orElse(ALL_OTHERS));
        if (site == null) site = sites.get(ALL_OTHERS);
        return site == null ? List.of() : site.suggest(post);
    }
}

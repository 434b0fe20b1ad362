package dev.postwire.enrich.tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.bench.Checkout;
import dev.postwire.bench.Wcxb;
import dev.postwire.bench.contender.PostwireContender;
import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.EnrichedPost;
import dev.postwire.enrich.post.EnrichedPost.Evidence;
import dev.postwire.enrich.post.EnrichedPost.Tag;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.RawPost;
import dev.postwire.enrich.render.Rendering;
import dev.postwire.enrich.word.PostWords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads posts with their authors' tags: those of two blogs, and of the labelled web pages those that have some. */
final class TaggedPosts {
    static final List<String> BLOGS = List.of("zerokspot", "18f");
    static final int PAGE_FOLDS = 3;

    /** Who lists more than that lists search terms. */
    private static final int MOST_TAGS = 20;

    private static final Set<String> KINDS = Set.of("article", "forum", "documentation");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Enricher enricher = new Enricher();

    List<TaggedPost> all() throws IOException {
        List<TaggedPost> posts = new ArrayList<>();
        for (String blog : BLOGS) posts.addAll(blog(blog));
        try (Stream<Wcxb.Page> pages = Wcxb.pages(Wcxb.folder())) {
            pages.forEach(page -> page(page).ifPresent(posts::add));
        }
        return posts;
    }

    /** As {@code ../shared/eval/tags.py} asks: plain text with a title, the tags hidden. */
    List<TaggedPost> blog(String blog) throws IOException {
        List<TaggedPost> posts = new ArrayList<>();
        Path file = Checkout.shared("tags/" + blog + ".jsonl.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = JSON.readTree(line);
                Set<String> gold = new TreeSet<>();
                row.path("labels").forEach(label -> gold.add(Slug.of(label.asText())));
                enriched(text(blog, row)).ifPresent(post -> posts.add(post(blog, blog, post, gold)));
            }
        }
        return posts;
    }

    private static RawPost text(String blog, JsonNode row) {
        String title = row.path("title").asText("");
        String text = row.path("text").asText("");
        List<Claim> claims = new ArrayList<>();
        String url = "https://" + blog + ".example/" + row.path("id").asText();
        claims.add(new Claim(Claim.Field.URL, url, Claim.Source.REQUEST, "url"));
        if (!title.isEmpty()) claims.add(new Claim(Claim.Field.TITLE, title, Claim.Source.REQUEST, "title"));
        byte[] body = (text.isEmpty() ? title : text).getBytes(StandardCharsets.UTF_8);
        return PostwireContender.post("text/plain; charset=utf-8", body, claims);
    }

    private Optional<TaggedPost> page(Wcxb.Page page) {
        return enriched(PostwireContender.page(page.url(), page.html())).map(post -> {
            Set<String> gold = KINDS.contains(page.type()) ? gold(post.tags()) : Set.of();
            String site = post.site() == null ? page.id() : post.site();
            return post("pages" + Math.floorMod(site.hashCode(), PAGE_FOLDS), site, post, gold);
        });
    }

    /** The author's; sections of the site are some beside tags, and say nothing alone. */
    private static Set<String> gold(List<Tag> tags) {
        Set<String> gold = new TreeSet<>();
        boolean real = false;
        for (Tag tag : tags) {
            if (!tag.from().contains("author")) continue;
            // As spelled: the slug may be that of the concept it means.
            gold.add(Slug.of(tag.label()));
            real |= tag.evidence().stream().anyMatch(TaggedPosts::isTag);
        }
        return real && gold.size() <= MOST_TAGS ? gold : Set.of();
    }

    private static boolean isTag(Evidence evidence) {
        return evidence.source() != null
                && !evidence.source().toLowerCase(Locale.ROOT).contains("section");
    }

    private Optional<EnrichedPost> enriched(RawPost raw) {
        return enricher.enrich(raw) instanceof Outcome.Enriched enriched
                ? Optional.of(enriched.post())
                : Optional.empty();
    }

    private static TaggedPost post(String fold, String site, EnrichedPost post, Set<String> gold) {
        Rendering content =
                new Rendering("", "", post.text(), post.outline(), List.of(), post.links(), post.codeBlocks());
        PostWords words =
                PostWords.of(Optional.of(site), post.language().code(), Optional.ofNullable(post.title()), content);
        return new TaggedPost(fold, site, post.id(), words, gold);
    }
}

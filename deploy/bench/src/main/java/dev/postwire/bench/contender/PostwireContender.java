package dev.postwire.bench.contender;

import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.EnrichedPost;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.RawPost;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The enricher as it stands, asked as the preview asks it: the whole way from bytes to every output. */
public final class PostwireContender implements Contender {
    private static final RawPost.Origin ORIGIN = new RawPost.Origin(0, 0, Instant.EPOCH);

    private final Enricher enricher = new Enricher();

    @Override
    public String name() {
        return "Postwire";
    }

    @Override
    public Answer read(String url, byte[] html) {
        return answer(enricher.enrich(page(url, html)));
    }

    /** Reads text scraped off a page. */
    public Answer readText(String text) {
        return answer(
                enricher.enrich(post("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), List.of())));
    }

    /** A page as it is submitted, its address said in the request. */
    public static RawPost page(String url, byte[] html) {
        List<Claim> claims =
                url.isBlank() ? List.of() : List.of(new Claim(Claim.Field.URL, url, Claim.Source.REQUEST, "url"));
        return post("text/html; charset=utf-8", html, claims);
    }

    public static RawPost post(String contentType, byte[] bytes, List<Claim> claims) {
        return new RawPost("bench", "bench", ORIGIN, contentType, bytes, claims);
    }

    private static Answer answer(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            throw new IllegalStateException("rejected: " + rejected.reason().code());
        }
        EnrichedPost post = ((Outcome.Enriched) outcome).post();
        return new Answer(
                post.text(),
                Answer.orEmpty(post.title()),
                post.authors().stream().map(EnrichedPost.Author::name).toList(),
                Answer.orEmpty(post.published()));
    }
}

package dev.postwire.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of one sample, as text for a table; what is not known is empty.
 *
 * @param outcome {@code stored}, or the state or status it ended with and the reason
 */
public record SampleResult(
        String file, String title, String language, String published, String tags, String words, String outcome) {

    static SampleResult stored(Path file, JsonNode post) {
        List<String> tags = new ArrayList<>();
        post.path("tags").forEach(tag -> tags.add(tag.path("slug").asText()));
        String published = post.path("published").asText();
        return new SampleResult(
                file.getFileName().toString(),
                post.path("title").asText(),
                post.path("language").path("code").asText(),
                published.substring(0, Math.min(published.length(), "2014-05-25".length())),
                String.join(" ", tags),
                post.path("stats").path("words").asText(),
                "stored");
    }

    static SampleResult notStored(Path file, JsonNode receipt) {
        String reason = receipt.path("reason").asText();
        String state = receipt.path("state").asText(receipt.path("title").asText());
        return failed(file, reason.isEmpty() ? state : state + ": " + reason);
    }

    static SampleResult refused(Path file, JsonNode problem) {
        return failed(
                file,
                problem.path("status").asText() + " " + problem.path("code").asText());
    }

    private static SampleResult failed(Path file, String outcome) {
        return new SampleResult(file.getFileName().toString(), "", "", "", "", "", outcome);
    }
}

package dev.postwire.query.http;

import dev.postwire.query.search.MalformedQuery;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.search.PostQueryReader;
import dev.postwire.query.search.PostQueryReader.Typed;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The parameters of a list of posts. */
public class PostParameters {
    @RestQuery
    @Parameter(
            description =
                    "Words: all are wanted and none is required, best match first. \"a phrase\" and +word are required, -word is"
                            + " excluded, a OR b is either; title:word, author:\"whole name\", site:host, tag:slug, language:code."
                            + " Words are found by their stem in any of some forty languages. Anything can be typed: what was ignored"
                            + " stands in notes.",
            example = "sprints -work \"python package\"")
    String q;

    @RestQuery
    @Parameter(description = "Slug or label of a tag the post must have. Repeatable: all of them.", example = "python")
    List<String> tag;

    @RestQuery
    @Parameter(description = "BCP 47. en means en-GB as well.", example = "en")
    String language;

    @RestQuery
    @Parameter(description = "Host of the post's URL, without www.", example = "harbour-notes.example")
    String site;

    @RestQuery
    @Parameter(description = "Whole name of an author, in any case of letters.", example = "Ines Okafor")
    String author;

    @RestQuery
    @Parameter(
            description =
                    "Published then or later: a date (in UTC) or a moment of RFC 3339. Leaves out posts without a date.",
            example = "2014-05-01")
    String from;

    @RestQuery
    @Parameter(description = "Published then or before; a date means the whole day.", example = "2014-05-31")
    String to;

    @RestQuery
    @Parameter(
            description =
                    "relevance (the default where there are words; the newer of equals first), published (newest first, by"
                            + " the time of receipt where there is no date) or received.",
            example = "published")
    String sort;

    @RestQuery
    @Parameter(description = "Posts a page, 1 to 100. 20 if not given.", example = "20")
    String limit;

    @RestQuery
    @Parameter(description = "next of the page before, with the same query.")
    String cursor;

    PostQuery query() {
        try {
            return PostQueryReader.read(new Typed(
                    Inputs.given(q),
                    tag == null
                            ? List.of()
                            : tag.stream().filter(t -> !t.isBlank()).toList(),
                    Inputs.given(language),
                    Inputs.given(site),
                    Inputs.given(author),
                    Inputs.given(from),
                    Inputs.given(to),
                    Inputs.given(sort)));
        } catch (MalformedQuery e) {
            throw QueryProblems.malformed(e);
        }
    }
}

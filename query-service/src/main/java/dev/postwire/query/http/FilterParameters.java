package dev.postwire.query.http;

import dev.postwire.query.search.MalformedQuery;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.search.PostQueryReader;
import dev.postwire.query.search.PostQueryReader.Typed;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The parameters that say which posts are meant, wherever posts are listed or counted. */
public class FilterParameters {
    @RestQuery
    @Parameter(
            description =
                    "Words: all are wanted and none is required, best match first. \"a phrase\" and +word are required, -word is"
                            + " excluded, as what stands behind NOT is, a OR b is either; in a text of eight words or more a"
                            + " quotation is wanted only, and in a whole sentence a hyphen excludes nothing; title:word, author:\"whole name\", site:host, tag:slug, language:code."
                            + " Words are found by their stem in any of some forty languages. Anything can be typed: what was ignored"
                            + " stands in notes.",
            example = "sprints -work \"python package\"")
    String q;

    @RestQuery
    @Parameter(description = "Slug or label of a tag the post must have. Repeatable: all of them.", example = "python")
    List<String> tag;

    @RestQuery
    @Parameter(description = "BCP 47; en means en-GB as well. Or its name: german, deutsch.", example = "en")
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
                    "Published then or later: a year, month or day (in UTC) or a moment of RFC 3339. Leaves out posts without"
                            + " a date.",
            example = "2014-05-01")
    String from;

    @RestQuery
    @Parameter(
            description = "Published then or before; a year, month or day means the whole of it. Never before from.",
            example = "2014-05-31")
    String to;

    PostQuery query() {
        return query(null, null, null);
    }

    final PostQuery query(String sort, String fold, String recency) {
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
                    Inputs.given(sort),
                    Inputs.given(fold),
                    Inputs.given(recency)));
        } catch (MalformedQuery e) {
            throw QueryProblems.malformed(e);
        }
    }
}

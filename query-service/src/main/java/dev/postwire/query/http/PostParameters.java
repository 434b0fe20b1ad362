package dev.postwire.query.http;

import dev.postwire.query.http.PostLists.Extras;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The parameters of a list of posts. */
public class PostParameters extends PageParameters {
    @RestQuery
    @Parameter(
            description =
                    "true adds to each post the passages where the words stand, marked and safe to put into HTML.")
    String highlight;

    @RestQuery
    @Parameter(
            description =
                    "What to count among all posts found: any of tag, language, site, author, year, with commas; or true.",
            example = "tag,year")
    String facets;

    Extras extras() {
        return new Extras(Inputs.yes("highlight", highlight), Inputs.facets(facets));
    }
}

package dev.postwire.query.http;

import dev.postwire.query.search.PostQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The parameters of pages of posts, in whatever form. */
public class PageParameters extends FilterParameters {
    @RestQuery
    @Parameter(
            description =
                    "relevance (the default where there are words), published (newest first, by the time of receipt where"
                            + " there is no date) or received.",
            example = "published")
    String sort;

    @RestQuery
    @Parameter(description = "Posts a page, 1 to 100. 20 if not given.", example = "20")
    String limit;

    @RestQuery
    @Parameter(description = "next of the page before, with the same query.")
    String cursor;

    @RestQuery
    @Parameter(description = "false lists every post; otherwise of those that say the same the best alone.")
    String fold;

    @RestQuery
    @Parameter(description = "false ranks by the words alone; otherwise newer posts have a small advantage.")
    String recency;

    @Override
    PostQuery query() {
        return query(sort, fold, recency);
    }
}

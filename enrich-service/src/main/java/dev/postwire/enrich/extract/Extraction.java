package dev.postwire.enrich.extract;

import dev.postwire.enrich.metadata.Metadata;
import dev.postwire.enrich.post.Warning;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;

/**
 * A post's main content and what is known about it.
 *
 * @param main the content's root; not yet safe to show
 * @param removedShare how much of the input's visible text was left out, 0 to 1
 * @param notes what the trace tells of the choice; costs something to ask for
 */
public record Extraction(
        Element main,
        Metadata metadata,
        double removedShare,
        List<Warning> warnings,
        Supplier<Map<String, Object>> notes) {

    public Extraction {
        warnings = List.copyOf(warnings);
    }
}

package dev.postwire.enrich.render;

import dev.postwire.enrich.post.EnrichedPost.CodeBlock;
import dev.postwire.enrich.post.EnrichedPost.Image;
import dev.postwire.enrich.post.EnrichedPost.Link;
import dev.postwire.enrich.post.EnrichedPost.Section;
import java.util.List;

/** One content in three forms, and where in {@code text} its parts stand, in Unicode code points. */
public record Rendering(
        String html,
        String markdown,
        String text,
        List<Section> outline,
        List<Image> images,
        List<Link> links,
        List<CodeBlock> codeBlocks) {

    public Rendering {
        outline = List.copyOf(outline);
        images = List.copyOf(images);
        links = List.copyOf(links);
        codeBlocks = List.copyOf(codeBlocks);
    }
}

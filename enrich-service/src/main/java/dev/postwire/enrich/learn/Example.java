package dev.postwire.enrich.learn;

import java.util.List;

/**
 * A post whose author tagged it. Tags that came by learning must not be among them: the model would learn from itself.
 *
 * @param id the post's
 */
public record Example(String id, Subject post, List<AuthorTag> tags) {
    public Example {
        if (id.isEmpty()) throw new IllegalArgumentException("id is empty");
        tags = List.copyOf(tags);
    }

    @Override
    public String toString() {
        return "Example[id=" + id + ", tags=" + tags.size() + "]";
    }
}

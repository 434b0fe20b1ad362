package dev.postwire.enrich.learn;

import java.util.Objects;
import java.util.function.Supplier;

/** The model in use. Replaced while posts are being enriched; each post is tagged by the one it began with. Thread-safe. */
public final class CurrentModel implements Supplier<TagModel> {
    private volatile TagModel model = TagModel.empty();

    @Override
    public TagModel get() {
        return model;
    }

    public void replace(TagModel next) {
        model = Objects.requireNonNull(next, "next");
    }
}

package dev.postwire.enrich.learn;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A model as bytes: what was learned and what it was learned from; all that follows from these by counting is counted again. */
final class ModelBytes {
    /** Terms for which there is room before any is read. */
    private static final int FIRST_ROOM = 1 << 16;

    private ModelBytes() {}

    /** Of a model's bytes. */
    static String version(byte[] whole) {
        return HexFormat.of().formatHex(ModelParts.hash(whole));
    }

    static byte[] write(Map<String, SiteModel> sites) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (Numbers.Out out = new Numbers.Out(
                new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(bytes, deflater), 1 << 16)))) {
            out.number(sites.size());
            for (Map.Entry<String, SiteModel> site : sites.entrySet()) {
                out.text(site.getKey());
                write(site.getValue(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void write(SiteModel site, Numbers.Out out) throws IOException {
        SiteIndex index = site.index;
        out.number(index.languages.size());
        for (String language : index.languages) out.text(language);
        out.number(index.tags.size());
        for (AuthorTag tag : index.tags) {
            out.text(tag.slug());
            out.text(tag.label());
        }
        out.number(index.terms.size());
        for (int id = 0; id < index.terms.size(); id++) {
            out.data().writeInt(index.terms.term(id));
            out.number(index.terms.count(id));
        }
        out.number(index.size());
        for (TaggedPost post : index.posts) write(post, out);
        for (LinearModels.Weights model : site.learned.linear().all()) write(model, out);
        site.learned.ranker().write(out.data());
        out.number(site.learned.coiner().isPresent() ? 1 : 0);
        if (site.learned.coiner().isPresent()) site.learned.coiner().get().write(out.data());
        out.number(site.learned.joins() ? 1 : 0);
        out.number(site.learned.posts());
    }

    private static void write(TaggedPost post, Numbers.Out out) throws IOException {
        out.text(post.id());
        out.text(post.site());
        out.data().writeInt(post.day());
        out.number(post.words());
        out.number(post.labels().length);
        for (int label : post.labels()) out.number(label);
        out.number(post.packed().length);
        out.data().write(post.packed());
    }

    private static void write(LinearModels.Weights model, Numbers.Out out) throws IOException {
        out.number(model == null ? 0 : model.ids().length + 1);
        if (model == null) return;
        out.data().writeFloat(model.unit());
        out.data().writeFloat(model.bias());
        int last = 0;
        for (int i = 0; i < model.ids().length; i++) {
            out.number(model.ids()[i] - last);
            out.data().writeShort(model.steps()[i]);
            last = model.ids()[i];
        }
    }

    static Map<String, SiteModel> read(byte[] whole) throws UnreadableModelException {
        try (Numbers.In in = new Numbers.In(new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(whole)), 1 << 16)))) {
            Map<String, SiteModel> sites = new TreeMap<>();
            int count = in.number();
            for (int i = 0; i < count; i++) {
                String name = in.text();
                sites.put(name, site(in));
            }
            return sites;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableModelException("the model's bytes make no model: " + e.getMessage(), e);
        }
    }

    private static SiteModel site(Numbers.In in) throws IOException {
        List<String> languages = new ArrayList<>();
        for (int i = in.number(); i > 0; i--) languages.add(in.text());
        List<AuthorTag> tags = new ArrayList<>();
        for (int i = in.number(); i > 0; i--) tags.add(new AuthorTag(in.text(), in.text()));
        int known = in.number();
        int[] terms = new int[Math.min(known, FIRST_ROOM)];
        int[] counts = new int[terms.length];
        for (int i = 0; i < known; i++) {
            if (i == terms.length) {
                int room = (int) Math.min(known, 2L * i);
                terms = Arrays.copyOf(terms, room);
                counts = Arrays.copyOf(counts, room);
            }
            terms[i] = in.data().readInt();
            counts[i] = in.number();
        }
        int size = in.number();
        TermTable table = new TermTable(terms, counts, size);
        List<TaggedPost> posts = new ArrayList<>();
        for (int i = 0; i < size; i++) posts.add(post(in, tags.size()));
        LinearModels.Weights[] models = new LinearModels.Weights[tags.size()];
        for (int i = 0; i < models.length; i++) models[i] = weights(in, known);
        LinearModels linear = new LinearModels(models, known);
        Ranker ranker = Ranker.read(in.data(), Features.COUNT);
        Optional<Ranker> coiner =
                in.number() == 0 ? Optional.empty() : Optional.of(Ranker.read(in.data(), Coinage.Feature.COUNT));
        Learned learned = new Learned(linear, ranker, coiner, in.number() != 0, in.number());
        return new SiteModel(new SiteIndex(tags, languages, table, posts), learned);
    }

    private static TaggedPost post(Numbers.In in, int tags) throws IOException {
        String id = in.text();
        String site = in.text();
        int day = in.data().readInt();
        int words = in.number();
        int[] labels = new int[in.number(tags)];
        for (int i = 0; i < labels.length; i++) labels[i] = in.number();
        return new TaggedPost(id, site, day, words, labels, in.bytes());
    }

    private static LinearModels.Weights weights(Numbers.In in, int terms) throws IOException {
        int size = in.number(terms + 1) - 1;
        if (size < 0) return null;
        float unit = in.data().readFloat();
        float bias = in.data().readFloat();
        int[] ids = new int[size];
        short[] steps = new short[size];
        int last = 0;
        for (int i = 0; i < size; i++) {
            last += in.number();
            ids[i] = last;
            steps[i] = in.data().readShort();
        }
        return new LinearModels.Weights(ids, steps, unit, bias);
    }
}

package dev.postwire.query.index;

import dev.postwire.query.analysis.Language;
import dev.postwire.query.analysis.Languages;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Makes of a post what the index keeps of it. Nothing is stored: documents are read from PostgreSQL by their ids. */
final class PostDocument {
    /**
     * Between the slug of a tag and its label, or a name as it is compared and as it is written, where they are counted: neither holds
     * it, and it sorts before all they hold.
     */
    static final char SEAM = '\u001F';

    /** Below what Lucene takes as a term, whatever the script. */
    private static final int LONGEST_KEY = 250;

    private static final FieldType WORDS = new FieldType();

    static {
        WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        WORDS.setTokenized(true);
        WORDS.freeze();
    }

    private final Languages languages;

    PostDocument(Languages languages) {
        this.languages = languages;
    }

    Document of(IndexedPost post) {
        Document document = new Document();
        document.add(new StringField(Fields.ID, post.id(), Field.Store.NO));
        // No two are the same: to sort and number them would cost and bring nothing.
        document.add(new BinaryDocValuesField(Fields.ID, new BytesRef(post.id())));
        document.add(new NumericDocValuesField(Fields.NUMBER, post.number()));
        times(document, post);
        filters(document, post);
        words(document, post);
        return document;
    }

    private static void times(Document document, IndexedPost post) {
        long received = micros(post.receivedAt());
        document.add(new LongField(Fields.RECEIVED, received, Field.Store.NO));
        long sorted = post.published().map(PostDocument::micros).orElse(received);
        document.add(new LongField(Fields.SORTED, sorted, Field.Store.NO));
        post.published().ifPresent(at -> document.add(new LongField(Fields.PUBLISHED, micros(at), Field.Store.NO)));
    }

    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    private static void filters(Document document, IndexedPost post) {
        for (IndexedPost.Tag tag : post.tags()) {
            document.add(new StringField(Fields.TAG, key(tag.slug()), Field.Store.NO));
            count(document, Fields.TAG_COUNT, key(tag.slug()) + SEAM + key(tag.label()));
        }
        Set<String> names = new HashSet<>();
        for (String author : post.authors()) {
            String written = author.replaceAll("[\\s" + SEAM + "]+", " ").strip();
            String name = key(name(written));
            if (!names.add(name)) continue;
            document.add(new StringField(Fields.AUTHOR, name, Field.Store.NO));
            count(document, Fields.AUTHOR_COUNT, name + SEAM + key(written));
        }
        post.site().ifPresent(site -> {
            document.add(new StringField(Fields.SITE, key(site.toLowerCase(Locale.ROOT)), Field.Store.NO));
            document.add(new SortedSetDocValuesField(Fields.SITE, new BytesRef(key(site.toLowerCase(Locale.ROOT)))));
        });
        String language = key(post.language().toLowerCase(Locale.ROOT));
        // en-gb is en as well.
        for (int end = language.indexOf('-'); end > 0; end = language.indexOf('-', end + 1)) {
            document.add(new StringField(Fields.LANGUAGE, language.substring(0, end), Field.Store.NO));
        }
        document.add(new StringField(Fields.LANGUAGE, language, Field.Store.NO));
        count(document, Fields.LANGUAGE_COUNT, language.split("-", 2)[0]);
        post.story().ifPresent(story -> {
            document.add(new LongField(Fields.WORDS, post.words(), Field.Store.NO));
            document.add(new StringField(Fields.STORY, story, Field.Store.NO));
            document.add(new SortedDocValuesField(Fields.STORY, new BytesRef(story)));
        });
    }

    /** The title counts twice, what the author set apart once more. */
    private void words(Document document, IndexedPost post) {
        Language language = languages.of(post.language());
        post.title().ifPresent(title -> {
            both(document, language, title);
            both(document, language, title);
            add(document, Fields.title(language), title);
        });
        post.headings().forEach(heading -> both(document, language, heading));
        post.tags().forEach(tag -> both(document, language, tag.label()));
        post.authors().forEach(author -> both(document, language, author));
        both(document, language, post.text());
    }

    private static void both(Document document, Language language, String text) {
        add(document, Fields.stemmed(language), text);
        add(document, Fields.exact(language), text);
    }

    private static void add(Document document, String field, String text) {
        document.add(new Field(field, text, WORDS));
    }

    private static void count(Document document, String field, String value) {
        document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }

    /** As names are compared: lower case, one space between words. */
    static String name(String name) {
        return name.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    static String key(String text) {
        return dev.postwire.query.post.StorableText.of(text, LONGEST_KEY);
    }
}

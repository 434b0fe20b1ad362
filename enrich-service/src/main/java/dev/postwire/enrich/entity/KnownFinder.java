package dev.postwire.enrich.entity;

import dev.postwire.enrich.vocabulary.Kind;
import dev.postwire.enrich.vocabulary.Mention;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Takes over what a vocabulary knows, with the versions and years that stand behind the names. Used by one thread. */
final class KnownFinder {
    /** From this gate on a vocabulary's word is believed; a candidate then has just {@link EntityFinder#ENOUGH}. */
    private static final double BELIEVED = 0.5;

    private static final int LONGEST_MAJOR_VERSION = 2;

    private final List<Mention> mentions;
    private final BitSet others = new BitSet();
    private final Set<String> places = new HashSet<>();

    KnownFinder(List<Mention> mentions) {
        this.mentions = mentions;
    }

    void find(NameText text, List<Sighting> found) {
        for (Mention mention : mentions) {
            if (mention.inTitle() != text.isTitle() || mention.gate() < BELIEVED) continue;
            Optional<EntityType> type = type(mention.concept().kind());
            if (type.isPresent()) found.add(sighting(type.get(), mention, text));
            if (type.isPresent() && type.get() == EntityType.PLACE) places.add(text.key(mention.first(), mention.last()));
            if (!text.isTitle() && mention.concept().kind() != Kind.PERSON) others.set(mention.first(), mention.last() + 1);
        }
    }

    /** The words of the text that mean something that is nobody. */
    BitSet others() {
        return others;
    }

    /** The places of the post, as written, without accents in lower case. */
    Set<String> places() {
        return places;
    }

    private static Optional<EntityType> type(Kind kind) {
        return switch (kind) {
            case SUBJECT -> Optional.empty();
            case SOFTWARE -> Optional.of(EntityType.SOFTWARE);
            case ORGANIZATION -> Optional.of(EntityType.ORGANIZATION);
            case PERSON -> Optional.of(EntityType.PERSON);
            case EVENT -> Optional.of(EntityType.EVENT);
            case PLACE -> Optional.of(EntityType.PLACE);
        };
    }

    private static Sighting sighting(EntityType type, Mention mention, NameText text) {
        Signals signals = new Signals().add("vocabulary", EntityFinder.ENOUGH * mention.gate() / BELIEVED);
        String label = mention.concept().label();
        String written = text.written(mention.first(), mention.last());
        String key = WordList.plain(label.toLowerCase(Locale.ROOT));
        boolean accentsApart = !label.equals(written) && key.equals(WordList.plain(written.toLowerCase(Locale.ROOT)))
                && !label.equalsIgnoreCase(written);
        String name = accentsApart ? written : label;
        int last = mention.last();
        String year = "";
        if (type == EntityType.EVENT && text.follows(last + 1) && text.isYear(last + 1)) year = text.plain(++last);
        if (type == EntityType.EVENT && year.isEmpty() && last > mention.first() && text.isYear(last) && !key.endsWith(text.plain(last))) {
            year = text.plain(last);
        }
        if (type == EntityType.SOFTWARE) {
            if (text.follows(last + 1) && text.shape(last + 1) == Shape.NUMBER && !text.isYear(last + 1)) last++;
            String version = text.shape(last) == Shape.NUMBER ? text.plain(last) : "";
            boolean major = !version.isEmpty() && version.length() <= LONGEST_MAJOR_VERSION && version.indexOf('.') < 0;
            if (major && last > mention.first() && !key.endsWith(version)) {
                name = name + ' ' + version;
                key = key + ' ' + version;
            }
        }
        return new Sighting(type, key, name, year, text, mention.first(), last, signals);
    }
}

package dev.postwire.enrich.entity;

import dev.postwire.enrich.vocabulary.Concept;
import dev.postwire.enrich.vocabulary.Kind;
import dev.postwire.enrich.vocabulary.Mention;
import dev.postwire.enrich.vocabulary.Vocabulary;
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

    /** From here on a capital at the beginning of a sentence is a name's. */
    private static final double SURE = 0.7;

    private static final int LONGEST_MAJOR_VERSION = 2;
    private static final int SHORTEST_PLURAL = 5;

    private final Vocabulary vocabulary;
    private final List<Mention> mentions;
    private final BitSet others = new BitSet();
    private final Set<String> places = new HashSet<>();

    KnownFinder(Vocabulary vocabulary, List<Mention> mentions) {
        this.vocabulary = vocabulary;
        this.mentions = mentions;
    }

    void find(NameText text, List<Sighting> found) {
        BitSet covered = new BitSet();
        for (Mention mention : mentions) {
            boolean elsewhere = mention.inTitle() != text.isTitle();
            if (elsewhere || mention.gate() < BELIEVED || isOrdinaryWord(mention, text)) continue;
            if (isOnlyCode(mention, text) || isNoName(mention, text) || isOtherwiseMeant(mention, text)) continue;
            covered.set(mention.first(), mention.last() + 1);
            type(mention.concept().kind()).ifPresent(type -> found.add(sighting(type, mention, text)));
            if (mention.concept().kind() == Kind.PLACE) places.add(text.key(mention.first(), mention.last()));
            if (!text.isTitle() && mention.concept().kind() != Kind.PERSON)
                others.set(mention.first(), mention.last() + 1);
        }
        for (int i = 0; i < text.size(); i++)
            if (!covered.get(i)) plural(text, i).ifPresent(found::add);
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

    /** {@code things}, {@code LESS}: a name that is a word too means the word where it is written small or as loud as can be. */
    private static boolean isOrdinaryWord(Mention mention, NameText text) {
        if (mention.concept().kind() == Kind.SUBJECT) return false;
        if (isBeginning(mention, text)) return true;
        if (mention.exactCase()) return false;
        for (int i = mention.first(); i <= mention.last(); i++) {
            boolean loud = text.shape(i) == Shape.SMALL || text.shape(i) == Shape.CAPITALS;
            boolean small = loud && WordList.PLAIN.contains(text.plain(i));
            if (!small && text.shape(i) != Shape.NUMBER) return false;
        }
        return true;
    }

    private boolean isOtherwiseMeant(Mention mention, NameText text) {
        Kind kind = mention.concept().kind();
        if (kind == Kind.PLACE) return Surroundings.arePlaceless(text, mention.first(), mention.last(), places);
        return kind == Kind.SOFTWARE && Surroundings.isLetterOfAnother(text, mention.first(), mention.last());
    }

    /** In code stand names of software; whatever else seems to be named there is text that it prints. */
    private static boolean isOnlyCode(Mention mention, NameText text) {
        return mention.concept().kind() != Kind.SOFTWARE && text.isCode(mention.first());
    }

    private static boolean isSmall(Mention mention, NameText text) {
        for (int i = mention.first(); i <= mention.last(); i++) if (text.shape(i) != Shape.SMALL) return false;
        return true;
    }

    /** {@code Go view them}: the capital is the sentence's, and the vocabulary doubts too. */
    private static boolean isBeginning(Mention mention, NameText text) {
        return mention.gate() < SURE
                && mention.first() == mention.last()
                && text.startsSentence(mention.first())
                && text.isOrdinary(mention.first());
    }

    /** {@code hacking Arduinos}: several of what is known by a name that is no word. */
    private Optional<Sighting> plural(NameText text, int word) {
        Shape shape = text.shape(word);
        String written =
                shape == Shape.NAME || shape == Shape.MIXED ? text.words().written(word) : "";
        if (written.length() < SHORTEST_PLURAL
                || !written.endsWith("s")
                || text.isCode(word)
                || text.isWrittenSmall(word)) {
            return Optional.empty();
        }
        String singular = written.substring(0, written.length() - 1);
        if (WordList.PLAIN.contains(WordList.plain(singular.toLowerCase(Locale.ROOT)))) return Optional.empty();
        Optional<Concept> concept =
                vocabulary.byLabel(singular).filter(known -> known.label().equals(singular));
        return concept.filter(known -> known.kind() == Kind.SOFTWARE || known.kind() == Kind.EVENT)
                .flatMap(known -> type(known.kind()))
                .map(type -> new Sighting(
                        type,
                        WordList.plain(singular.toLowerCase(Locale.ROOT)),
                        singular,
                        "",
                        text,
                        word,
                        word,
                        new Signals().add("several of what a vocabulary knows", EntityFinder.ENOUGH)));
    }

    private static Sighting sighting(EntityType type, Mention mention, NameText text) {
        Signals signals = new Signals().add("vocabulary", EntityFinder.ENOUGH * mention.gate() / BELIEVED);
        int last = mention.last();
        String label = mention.concept().label();
        if (isOther(mention, text)) label = text.written(mention.first(), last);
        if (type == EntityType.SOFTWARE) {
            last = withoutKind(text, mention.first(), last);
            label = withoutKind(label);
        }
        String written = text.written(mention.first(), last);
        String key = WordList.plain(label.toLowerCase(Locale.ROOT));
        boolean sameButAccents = key.equals(WordList.plain(written.toLowerCase(Locale.ROOT)));
        String name = sameButAccents && !label.equalsIgnoreCase(written) ? written : label;
        return switch (type) {
            case EVENT -> event(text, mention.first(), last, key, name, signals);
            case SOFTWARE -> software(text, mention.first(), last, key, name, signals);
            default -> new Sighting(type, key, name, "", text, mention.first(), last, signals);
        };
    }

    /** By the name of another thing one may speak of a concept, but the name is that thing's: EuroSciPy is no SciPy Conference. */
    private static boolean isOther(Mention mention, NameText text) {
        Kind kind = mention.concept().kind();
        // What stands small is no name, but a command, as brew install.
        if (!mention.hidden() || kind == Kind.PERSON || kind == Kind.PLACE || isSmall(mention, text)) return false;
        String key = WordList.plain(mention.concept().label().toLowerCase(Locale.ROOT));
        String other = text.key(mention.first(), mention.last());
        return !key.contains(other) && !other.contains(key);
    }

    /** An organisation's other names are of its parts and goods; other words that only speak of a thing name none. */
    private static boolean isNoName(Mention mention, NameText text) {
        if (mention.hidden() && isSmall(mention, text) && !text.isCode(mention.first())) return true;
        boolean word = mention.first() == mention.last() && text.isOrdinary(mention.first());
        return isOther(mention, text) && (word || mention.concept().kind() == Kind.ORGANIZATION);
    }

    private static Sighting event(NameText text, int first, int last, String key, String name, Signals signals) {
        boolean behind = text.follows(last + 1) && text.isYear(last + 1);
        int end = behind ? last + 1 : last;
        boolean year = text.isYear(end) && end > first && !key.endsWith(text.plain(end));
        return new Sighting(EntityType.EVENT, key, name, year ? text.plain(end) : "", text, first, end, signals);
    }

    /** A whole number makes a name of its own ({@code Python 3}); others tell of one and the same ({@code Django 1.7}). */
    private static Sighting software(NameText text, int first, int last, String key, String name, Signals signals) {
        boolean behind = text.follows(last + 1) && text.shape(last + 1) == Shape.NUMBER && !text.isYear(last + 1);
        int end = behind ? last + 1 : last;
        String version =
                text.shape(end) == Shape.NUMBER && end > first && !key.endsWith(text.plain(end)) ? text.plain(end) : "";
        boolean major = !version.isEmpty() && version.length() <= LONGEST_MAJOR_VERSION && version.indexOf('.') < 0;
        if (!major) return new Sighting(EntityType.SOFTWARE, key, name, "", text, first, end, signals);
        String full = name + ' ' + version;
        return new Sighting(EntityType.SOFTWARE, key + ' ' + version, full, "", text, first, end, signals);
    }

    /** {@code the Pyramid web framework} is called Pyramid. */
    private static int withoutKind(NameText text, int first, int last) {
        if (!text.isCapital(first) || !SoftwareFinder.KINDS.contains(text.plain(last))) return last;
        int end = last;
        while (end > first && text.shape(end) == Shape.SMALL) end--;
        return end;
    }

    private static String withoutKind(String label) {
        int space = label.lastIndexOf(' ');
        return space > 0 && SoftwareFinder.KINDS.contains(label.substring(space + 1))
                ? label.substring(0, space)
                : label;
    }
}

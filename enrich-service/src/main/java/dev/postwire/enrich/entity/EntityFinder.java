package dev.postwire.enrich.entity;

import dev.postwire.enrich.post.EnrichedPost.Author;
import dev.postwire.enrich.post.EnrichedPost.Entity;
import dev.postwire.enrich.post.EnrichedPost.Evidence;
import dev.postwire.enrich.post.EnrichedPost.Link;
import dev.postwire.enrich.vocabulary.Kind;
import dev.postwire.enrich.vocabulary.Mention;
import dev.postwire.enrich.vocabulary.Vocabulary;
import dev.postwire.enrich.word.PostWords;
import dev.postwire.enrich.word.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a post names: what a vocabulary knows, and by the words around them and the making of their names people,
 * organisations, software, events and places that none knows. Every candidate is the sum of signals that a reader can check; what
 * has not {@link #ENOUGH} is left out: a name missed is better than a phrase taken for one. Linear in the text. Thread-safe.
 */
public final class EntityFinder {
    /** The points a candidate needs. */
    public static final double ENOUGH = 4;
    /** Of one entity; the first ones. */
    public static final int MOST_MENTIONS = 50;
    /** Of one post; those named first. */
    public static final int MOST_ENTITIES = 200;

    private static final int MOST_CANDIDATES = 300;
    private static final int LONGEST_LINKED_NAME = 80;

    private final Vocabulary vocabulary;

    /** @param vocabulary of which posts' mentions are given to {@link #find} */
    public EntityFinder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * @param links with their places in the post's text
     * @param known what a vocabulary found in the post
     */
    public FoundEntities find(PostWords post, List<Author> authors, List<Link> links, List<Mention> known) {
        NameText text = NameText.ofText(post.text(), post.headings(), post.code());
        NameText title = NameText.ofTitle(post.title(), text);
        List<Sighting> sightings = new ArrayList<>();
        KnownFinder knownFinder = new KnownFinder(vocabulary, known);
        for (NameText part : List.of(text, title)) {
            knownFinder.find(part, sightings);
            new PersonFinder(part, new PersonContext(part, post.language(), byPlace(links), keys(authors)), sightings)
                    .find();
            new HonorificSuffixes(part, sightings).find();
            new OrganizationFinder(part, sightings).find();
            new EventFinder(part, knownFinder.places(), sightings).find();
            new SoftwareFinder(part, sightings).find();
        }
        new SoftwareFinder(text, sightings).findLinked(links);
        places(text, known, sightings);
        People people = new People(sightings);
        people.weighKnown(knownFinder.others());
        people.weighTogether();
        Settlement settlement = new Settlement(sightings);
        settlement.decideTypes();
        settlement.decidePlaces();
        List<Group> chosen = Merging.merged(settlement.groups());
        new Aliases(text, settlement.taken()).find(chosen);
        List<Entity> entities = entities(chosen, post.text());
        return new FoundEntities(entities, candidates(settlement));
    }

    private static void places(NameText text, List<Mention> known, List<Sighting> sightings) {
        PlaceFinder finder = new PlaceFinder(text, sightings);
        finder.find();
        for (Mention mention : known) {
            boolean place = mention.concept().kind() == Kind.PLACE;
            if (place && !mention.inTitle()) finder.beside(mention.first());
        }
    }

    private static Map<Integer, Link> byPlace(List<Link> links) {
        Map<Integer, Link> byPlace = new HashMap<>();
        for (Link link : links) if (link.text().length() <= LONGEST_LINKED_NAME) byPlace.put(link.start(), link);
        return byPlace;
    }

    private static Set<String> keys(List<Author> authors) {
        Set<String> keys = new HashSet<>();
        for (Author author : authors) {
            if (author.name().length() > LONGEST_LINKED_NAME) continue;
            Words name = Words.of(author.name());
            StringBuilder key = new StringBuilder();
            for (int i = 0; i < name.size(); i++) key.append(i == 0 ? "" : " ").append(WordList.plain(name.folded(i)));
            keys.add(key.toString());
        }
        return keys;
    }

    private static List<Entity> entities(List<Group> chosen, Words words) {
        List<Entity> entities = new ArrayList<>();
        Map<Entity, Integer> places = new HashMap<>();
        for (Group group : chosen) {
            List<Evidence> mentions = group.sightings().stream()
                    .filter(sighting -> !sighting.text().isTitle())
                    .sorted(Comparator.comparingInt(Sighting::first))
                    .limit(MOST_MENTIONS)
                    .map(sighting -> Evidence.span(
                            words.startPoint(sighting.first()),
                            words.endPoint(sighting.last()),
                            words.written(sighting.first(), sighting.last())))
                    .toList();
            if (mentions.isEmpty()) group.unmake("stands only in the title");
            else entities.add(new Entity(group.type().code(), group.name(), mentions));
        }
        entities.sort(Comparator.comparing(entity -> entity.mentions().get(0).start()));
        return entities.size() <= MOST_ENTITIES ? entities : entities.subList(0, MOST_ENTITIES);
    }

    private static List<EntityCandidate> candidates(Settlement settlement) {
        return settlement.groups().stream()
                .map(Group::candidate)
                .filter(candidate -> candidate.score() > 0)
                .sorted(Comparator.comparing(EntityCandidate::chosen)
                        .thenComparingDouble(EntityCandidate::score)
                        .reversed())
                .limit(MOST_CANDIDATES)
                .toList();
    }
}

package dev.postwire.enrich.vocabulary;

import dev.postwire.enrich.tag.Slug;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one vocabulary of several files. Entries of one URI or of one slug are one concept: the file that is given first has the
 * preferred label and the kind, all add labels and relations. A label that several concepts claim is the one's to whom it is the
 * preferred label, then an alternative, then a hidden one; where that leaves a tie, the one's that is given first. Used by one
 * thread.
 */
final class Assembly {
    static final int MOST_LABELS = 500_000;
    private static final int LAST_BIT = 63;

    private final Map<String, Integer> bySlug = new HashMap<>();
    private final Map<String, Integer> byUri = new HashMap<>();
    private final List<String> slugs = new ArrayList<>();
    private final List<Entry> firsts = new ArrayList<>();
    private final List<List<Entry>> more = new ArrayList<>();
    private final CommonWords commonWords = CommonWords.builtIn();
    private final Collection<String> conflicts = new ArrayList<>();
    private int labels;

    void add(List<Entry> entries) {
        for (Entry entry : entries) {
            labels += entry.labels.size();
            if (labels > MOST_LABELS) {
                throw new VocabularyException(entry.place + ": there are more than " + MOST_LABELS + " labels");
            }
            add(entry);
        }
    }

    private void add(Entry entry) {
        String slug = slug(entry);
        Integer known = byUri.get(entry.uri);
        if (known == null) known = bySlug.get(slug);
        if (known == null) {
            known = firsts.size();
            slugs.add(slug);
            firsts.add(entry);
            more.add(List.of());
            bySlug.put(slug, known);
        } else {
            List<Entry> all = new ArrayList<>(more.get(known));
            all.add(entry);
            more.set(known, all);
        }
        byUri.putIfAbsent(entry.uri, known);
    }

    private static String slug(Entry entry) {
        String text =
                entry.notation.orElseGet(() -> entry.preferred().orElseThrow().text());
        String slug = Slug.of(text);
        if (slug.isEmpty()) throw new VocabularyException(entry.place + ": no slug can be made of its label");
        return slug;
    }

    /** What was claimed twice, for tests and logs: {@code label: loser, winner}. */
    Collection<String> conflicts() {
        return conflicts;
    }

    Lexicon lexicon() {
        int size = firsts.size();
        List<Set<Integer>> broader = links(Relation.BROADER);
        List<Set<Integer>> related = links(Relation.RELATED);
        List<Concept> concepts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Entry entry = firsts.get(i);
            concepts.add(new Concept(
                    entry.uri,
                    slugs.get(i),
                    entry.preferred().orElseThrow().text(),
                    kind(i),
                    named(broader.get(i)),
                    named(related.get(i))));
        }
        Map<String, Integer> languages = new HashMap<>();
        long[] spoken = new long[size];
        Names names = names(concepts, languages, spoken);
        return new Lexicon(
                List.copyOf(concepts),
                Map.copyOf(bySlug),
                numbers(broader),
                numbers(related),
                names,
                Map.copyOf(languages),
                spoken);
    }

    private Names names(List<Concept> concepts, Map<String, Integer> languages, long[] spoken) {
        Names names = new Names();
        for (Label.Role role : Label.Role.values()) {
            for (int i = 0; i < concepts.size(); i++) {
                for (Entry entry : entries(i)) {
                    for (Label label : entry.labels) {
                        if (label.role() == role) add(names, i, concepts.get(i), label);
                        int bit =
                                languages.computeIfAbsent(label.language(), l -> Math.min(languages.size(), LAST_BIT));
                        spoken[i] |= 1L << bit;
                    }
                }
            }
        }
        for (int i = 0; i < concepts.size(); i++) {
            if (concepts.get(i).kind() != Kind.SUBJECT) addPlain(names, i);
        }
        return names;
    }

    private void add(Names names, int number, Concept concept, Label label) {
        boolean inflected = concept.kind() == Kind.SUBJECT || !label.language().isEmpty();
        int owner = names.add(number, label, inflected, commonWords);
        if (owner != number) conflicts.add(label.text() + ": " + slugs.get(number) + ", " + slugs.get(owner));
    }

    /** Names are written without their accents as often as with them. */
    private void addPlain(Names names, int number) {
        for (Entry entry : entries(number)) {
            for (Label label : entry.labels) {
                String plain = withoutAccents(label.text());
                if (!plain.equals(label.text())) {
                    names.add(number, new Label(plain, label.language(), Label.Role.HIDDEN, false), false, commonWords);
                }
            }
        }
    }

    private static String withoutAccents(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) return text;
        StringBuilder plain = new StringBuilder(text.length());
        String parts = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            boolean latinAccent = c >= 0x300 && c < 0x370;
            if (!latinAccent) plain.append(c);
        }
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    private Kind kind(int number) {
        for (Entry entry : entries(number)) if (entry.kind.isPresent()) return entry.kind.get();
        return Kind.SUBJECT;
    }

    private List<Entry> entries(int number) {
        List<Entry> others = more.get(number);
        if (others.isEmpty()) return List.of(firsts.get(number));
        List<Entry> all = new ArrayList<>(others.size() + 1);
        all.add(firsts.get(number));
        all.addAll(others);
        return all;
    }

    private enum Relation {
        BROADER,
        RELATED
    }

    /** What is not in any of the files is passed over: a published vocabulary refers to others. */
    private List<Set<Integer>> links(Relation relation) {
        List<Set<Integer>> links = new ArrayList<>(firsts.size());
        for (int i = 0; i < firsts.size(); i++) links.add(new LinkedHashSet<>(2));
        for (int i = 0; i < firsts.size(); i++) {
            for (Entry entry : entries(i)) {
                for (String uri : relation == Relation.BROADER ? entry.broader : entry.related) {
                    Integer other = byUri.get(uri);
                    if (other == null || other == i) continue;
                    links.get(i).add(other);
                    if (relation == Relation.RELATED) links.get(other).add(i);
                }
            }
        }
        return links;
    }

    private List<String> named(Set<Integer> numbers) {
        return numbers.stream().map(slugs::get).toList();
    }

    private static int[][] numbers(List<Set<Integer>> links) {
        int[] none = {};
        int[][] numbers = new int[links.size()][];
        for (int i = 0; i < numbers.length; i++) {
            Set<Integer> of = links.get(i);
            numbers[i] = of.isEmpty()
                    ? none
                    : of.stream().mapToInt(Integer::intValue).toArray();
        }
        return numbers;
    }

    /** References to concepts that no file describes, for tests: {@code slug: URI}. */
    Collection<String> unknown() {
        Set<String> unknown = new LinkedHashSet<>();
        for (Map.Entry<String, Integer> concept : new LinkedHashMap<>(bySlug).entrySet()) {
            for (Entry entry : entries(concept.getValue())) {
                Set<String> uris = new LinkedHashSet<>(entry.broader);
                uris.addAll(entry.related);
                for (String uri : uris) if (!byUri.containsKey(uri)) unknown.add(concept.getKey() + ": " + uri);
            }
        }
        return unknown;
    }
}

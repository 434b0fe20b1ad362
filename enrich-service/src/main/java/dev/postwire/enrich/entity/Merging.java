package dev.postwire.enrich.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes one of what a text names in two ways: an event with and without its year, a person by more and by fewer names. */
final class Merging {
    /** A list of a family's members is not compared each with each. */
    private static final int MOST_OF_ONE_SURNAME = 20;

    private Merging() {}

    static List<Group> merged(Iterable<Group> groups) {
        List<Group> chosen = new ArrayList<>();
        for (Group group : groups) if (group.isChosen()) chosen.add(group);
        events(chosen);
        people(chosen);
        return chosen;
    }

    /** The name without a year means the year, where the text knows only one. */
    private static void events(List<Group> chosen) {
        Map<String, List<Group>> years = new HashMap<>();
        for (Group group : chosen) {
            boolean dated = group.type() == EntityType.EVENT && !group.year().isEmpty();
            if (dated)
                years.computeIfAbsent(group.key(), k -> new ArrayList<>()).add(group);
        }
        chosen.removeIf(group -> {
            if (group.type() != EntityType.EVENT || !group.year().isEmpty()) return false;
            List<Group> dated = years.getOrDefault(group.key(), List.of());
            if (dated.size() != 1) return false;
            dated.get(0).addAll(group);
            group.unmake("is " + dated.get(0).name());
            return true;
        });
    }

    /** {@code J. P. Barlow} and {@code Dr. Barlow} are John Perry Barlow, where no other Barlow is named. */
    private static void people(List<Group> chosen) {
        List<Group> longestFirst = new ArrayList<>();
        for (Group group : chosen) if (group.type() == EntityType.PERSON) longestFirst.add(group);
        longestFirst.sort(Comparator.comparingInt(Merging::parts).reversed());
        Map<String, List<Group>> whole = new HashMap<>();
        Set<Group> merged = new HashSet<>();
        for (Group group : longestFirst) {
            List<Group> others = whole.computeIfAbsent(stem(group), k -> new ArrayList<>());
            List<Group> longer = others.stream()
                    .filter(other -> isShorter(group, other))
                    .limit(2)
                    .toList();
            if (longer.size() == 1) {
                longer.get(0).addAll(group);
                group.unmake("is " + longer.get(0).name());
                merged.add(group);
            } else if (others.size() < MOST_OF_ONE_SURNAME) {
                others.add(group);
            }
        }
        chosen.removeAll(merged);
    }

    /** Two of a name with as many parts: the one without the genitive's s comes first. */
    private static int parts(Group person) {
        int parts = 0;
        for (int i = 0; i < person.key().length(); i++) if (person.key().charAt(i) == ' ') parts++;
        return 4 * parts + (person.key().endsWith("s") ? 0 : 1) + (isInitial(person) ? 0 : 2);
    }

    private static boolean isInitial(Group person) {
        return person.key().length() > 1
                && (person.key().charAt(1) == ' ' || person.key().charAt(1) == '.');
    }

    /** {@code Ada Lovelaces Programm}: German writes no apostrophe. */
    private static boolean isGenitive(Group group, Group other) {
        return group.key().length() == other.key().length() + 1 && group.key().equals(other.key() + 's');
    }

    private static String stem(Group person) {
        String surname = surname(person);
        return surname.endsWith("s") ? surname.substring(0, surname.length() - 1) : surname;
    }

    static String surname(Group person) {
        return person.key().substring(person.key().lastIndexOf(' ') + 1);
    }

    private static boolean isShorter(Group group, Group other) {
        if (isGenitive(group, other)) return true;
        int space = group.key().indexOf(' ');
        if (!surname(group).equals(surname(other))) return false;
        if (space < 0) return true;
        if (isInitial(group)) return other.key().charAt(0) == group.key().charAt(0);
        return other.key().startsWith(group.key().substring(0, space + 1));
    }
}

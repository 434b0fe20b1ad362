package dev.postwire.enrich.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one of what a text names in two ways: an event with and without its year, a person by more and by fewer names. */
final class Merging {
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
        Map<String, List<Group>> bySurname = new HashMap<>();
        for (Group group : chosen) {
            if (group.type() == EntityType.PERSON)
                bySurname.computeIfAbsent(stem(group), k -> new ArrayList<>()).add(group);
        }
        chosen.removeIf(group -> {
            if (group.type() != EntityType.PERSON) return false;
            Group longer = null;
            for (Group other : bySurname.get(stem(group))) {
                if (!isShorter(group, other)) continue;
                if (longer != null) return false;
                longer = other;
            }
            if (longer == null) return false;
            longer.addAll(group);
            group.unmake("is " + longer.name());
            return true;
        });
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
        if (group == other || group.key().length() >= other.key().length()) return false;
        int space = group.key().indexOf(' ');
        if (space < 0) return group.key().equals(surname(other));
        if (!surname(group).equals(surname(other))) return false;
        String given = group.key().substring(0, space);
        boolean initial = given.length() == 1 || given.indexOf('.') == 1;
        return initial ? other.key().charAt(0) == given.charAt(0) : other.key().startsWith(given + ' ');
    }
}

package dev.postwire.query.story;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stories that posts belong to: all that are copies of copies of one another, under the id of the one that tells it best. The
 * same links give the same stories, in whatever order the posts came.
 */
public final class Groups {
    /** What is much shorter than the longest is a teaser, and stands for nobody. */
    public static final double TEASER = 0.6;

    private Groups() {}

    /**
     * @param at when it was published, or came in where that is unknown
     * @param words how many there are
     */
    public record Member(String id, Instant at, int words) {}

    /**
     * Best first: the original, which is the earliest of those that are not much shorter than the longest; then the others of that
     * length by time; then the shorter ones.
     */
    public static List<Member> bestFirst(Collection<Member> members) {
        int longest = members.stream().mapToInt(Member::words).max().orElse(0);
        return members.stream()
                .sorted(Comparator.comparing((Member member) -> member.words() < TEASER * longest)
                        .thenComparing(Member::at)
                        .thenComparing(Member::id))
                .toList();
    }

    /**
     * The story of each post.
     *
     * @param links each post's copies, in both directions; a post without any may be missing, and one that is not a member is none
     */
    public static Map<String, String> of(Collection<Member> members, Map<String, Set<String>> links) {
        Map<String, Member> known = new HashMap<>();
        members.forEach(member -> known.put(member.id(), member));
        Map<String, String> stories = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Member member : members) {
            if (seen.contains(member.id())) continue;
            List<Member> all = connected(member, known, links, seen);
            String best = bestFirst(all).get(0).id();
            all.forEach(one -> stories.put(one.id(), best));
        }
        return stories;
    }

    private static List<Member> connected(
            Member from, Map<String, Member> known, Map<String, Set<String>> links, Set<String> seen) {
        List<Member> all = new ArrayList<>();
        ArrayDeque<String> next = new ArrayDeque<>(List.of(from.id()));
        while (!next.isEmpty()) {
            String id = next.poll();
            if (!known.containsKey(id) || !seen.add(id)) continue;
            all.add(known.get(id));
            next.addAll(links.getOrDefault(id, Set.of()));
        }
        return all;
    }
}

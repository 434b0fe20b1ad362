package dev.postwire.bench.tags;

import dev.postwire.enrich.learn.AuthorTag;
import dev.postwire.enrich.learn.Example;
import dev.postwire.enrich.post.EnrichedPost.Evidence;
import dev.postwire.enrich.tag.Candidate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tags against the authors' own, as means over posts: F1 of the tags given; F1 of the five most probable ones and the normalised
 * discounted cumulative gain of the first ten, of those given and of all that came into question.
 */
public final class TagScore {
    private static final int FEW = 5;
    private static final int MANY = 10;

    private int posts;
    private double given;
    private double doc;
    private double few;
    private double gain;
    private double fewOfAll;
    private double gainOfAll;
    private int bare;
    private int wrong;
    private int quotes;

    /** @param ranked the most probable first */
    public void add(Example post, List<String> ranked, int count) {
        Set<String> wanted = new HashSet<>();
        for (AuthorTag tag : post.tags()) wanted.add(tag.slug());
        posts++;
        given += count;
        doc += f1(ranked.subList(0, count), wanted);
        few += f1(ranked.subList(0, Math.min(FEW, count)), wanted);
        gain += gain(ranked.subList(0, Math.min(MANY, count)), wanted);
        fewOfAll += f1(ranked.subList(0, Math.min(FEW, ranked.size())), wanted);
        gainOfAll += gain(ranked.subList(0, Math.min(MANY, ranked.size())), wanted);
    }

    /** Of what the model says, with its evidence. */
    public void add(Example post, List<Candidate> candidates) {
        List<Candidate> chosen = candidates.stream().filter(Candidate::chosen).toList();
        List<String> ranked = new java.util.ArrayList<>();
        for (Candidate candidate : chosen) ranked.add(candidate.slug());
        for (Candidate candidate : candidates) if (!candidate.chosen()) ranked.add(candidate.slug());
        add(post, ranked, chosen.size());
        String text = post.post().words().text().text();
        for (Candidate candidate : candidates) {
            if (candidate.chosen() && candidate.evidence().isEmpty()) bare++;
            for (Evidence evidence : candidate.evidence()) {
                if (evidence.quote() == null) continue;
                quotes++;
                int start = text.offsetByCodePoints(0, evidence.start());
                int end = text.offsetByCodePoints(0, evidence.end());
                if (!text.substring(start, end).equals(evidence.quote())) wrong++;
            }
        }
    }

    private static double f1(List<String> tags, Set<String> wanted) {
        double right = tags.stream().filter(wanted::contains).count();
        return tags.isEmpty() && wanted.isEmpty() ? 1 : 2 * right / (tags.size() + wanted.size());
    }

    private static double gain(List<String> tags, Set<String> wanted) {
        double gain = 0;
        double ideal = 0;
        for (int i = 0; i < tags.size(); i++) if (wanted.contains(tags.get(i))) gain += 1 / Math.log(i + 2);
        for (int i = 0; i < Math.min(MANY, wanted.size()); i++) ideal += 1 / Math.log(i + 2);
        return ideal == 0 ? 0 : gain / ideal;
    }

    double doc() {
        return doc / posts;
    }

    List<String> cells() {
        return List.of(
                cell(doc), cell(few), cell(gain), cell(fewOfAll), cell(gainOfAll), String.format(Locale.ROOT, "%.2f", given / posts));
    }

    private String cell(double sum) {
        return String.format(Locale.ROOT, "%.3f", sum / posts);
    }

    String evidence() {
        return quotes + " quotes, " + wrong + " wrong; " + bare + " tags without evidence";
    }
}

package dev.postwire.enrich.language;

import dev.postwire.enrich.vocabulary.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that stand in texts of every language and so say nothing about it: names, and what code is made of. */
final class Names {
    private static final List<String> VOCABULARIES = List.of(
            "software.ttl", "systems.ttl", "organisations.ttl", "events.ttl", "people.ttl", "places.ttl", "web.ttl");
    private static final List<String> LISTS = List.of("entity/given-names.txt", "entity/surnames.txt");
    /** What has a language is a word of it. */
    private static final Pattern WITHOUT_LANGUAGE = Pattern.compile("\"([^\"]+)\"(?!@)");

    private static final String CODE =
            "abstract alpha api args array async await beta bool boolean branch break bug byte bytes catch char class "
                    + "click code commit const continue core dev def default diff docs double else enum error eval exit "
                    + "export extends false final float foo bar baz for framework func function get goto header host "
                    + "html http id if implements import index init inline input instanceof int integer interface lambda "
                    + "link list log long main map master merge module name namespace new nil none null object output "
                    + "override package param patch path plugin post preview private protected proxy public put pull "
                    + "query release request return root run self set short size static str string struct super switch "
                    + "sync tag template test this throw throws token true try tuple type undefined update url user "
                    + "using utf value var version void volatile web while width xml yield";

    private static final int CODE_TIMES = 4;

    private Names() {}

    /** Lower-cased words, one for each time it counts: technical posts name things more often than people. */
    static List<String> words() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (String vocabulary : VOCABULARIES) {
            for (String line : lines("vocabulary/" + vocabulary)) {
                Matcher label = WITHOUT_LANGUAGE.matcher(line);
                while (label.find()) {
                    for (String word : Words.of(label.group(1), Script.LATIN)) names.add(word.replace(Words.NAME, ""));
                }
            }
        }
        List<String> words = new ArrayList<>(names);
        for (String list : LISTS) names.addAll(lines(list));
        words.addAll(names);
        for (int i = 0; i < CODE_TIMES; i++) words.addAll(List.of(CODE.split(" ")));
        return List.copyOf(words);
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/dev/postwire/enrich/" + resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}

package dev.postwire.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who wrote an entry, or a feed: elements of Atom, or names and addresses in one text as RSS has them. */
final class People {
    static final String[] ENTRY = {"author", "dc:creator", "dc:author", "itunes:author"};
    static final String[] FEED = {"author", "managingeditor", "dc:creator", "dc:author", "itunes:author"};

    private static final int MOST_AUTHORS = 50;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()\"]{1,100}@[^\\s<>()\"]{1,200}");
    private static final Pattern BRACKETS = Pattern.compile("[()<>\\[\\]]");

    private final Bases bases;

    People(Bases bases) {
        this.bases = bases;
    }

    List<Entry.Author> of(Element element, String... names) {
        List<Entry.Author> authors = new ArrayList<>();
        for (String name : names) {
            for (Element author : element.all(name)) author(author).ifPresent(authors::add);
            if (!authors.isEmpty()) break;
        }
        return authors.stream().distinct().limit(MOST_AUTHORS).toList();
    }

    private Optional<Entry.Author> author(Element author) {
        Optional<String> name = author.first("name", "atom:name").map(Element::text);
        Optional<String> url = author.first("uri", "url", "homepage", "atom:uri")
                .map(page -> Markup.resolve(bases.of(page), page.text()))
                .filter(Markup::web);
        if (author.hasMarkup()) {
            return name.or(() -> author.first("email", "atom:email").map(Element::text))
                    .or(() -> url)
                    .map(found -> new Entry.Author(Markup.oneLine(found), url.orElse(null)));
        }
        return Optional.of(person(author.text()))
                .filter(text -> !text.isEmpty())
                .map(text -> new Entry.Author(text, null));
    }

    /** RSS has an address and a name in one: {@code ida@example.org (Ida Berg)}, {@code Ida Berg <ida@example.org>}. */
    private static String person(String text) {
        String name = Markup.oneLine(References.resolve(text));
        Matcher address = ADDRESS.matcher(name);
        if (!address.find()) return name;
        String rest = Markup.oneLine(BRACKETS.matcher(address.replaceFirst(" ").replace("mailto:", ""))
                .replaceAll(" "));
        return rest.isEmpty() ? address.group() : rest;
    }
}

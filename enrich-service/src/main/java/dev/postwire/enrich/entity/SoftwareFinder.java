package dev.postwire.enrich.entity;

import dev.postwire.enrich.post.EnrichedPost.Link;
import java.util.List;
import java.util.Locale;

/** Finds software that no vocabulary knows by what is said of it: its kind, its version, its installing, its home. Stateless. */
final class SoftwareFinder {
    /** After a name: {@code the Foo library}. */
    static final WordList KINDS = WordList.of("""
            add-on addon api app bibliothek browser bundler cms compiler database debugger editor extension
            framework gem ide interpreter library linter module orm package parser plugin runtime sdk toolkit
            webframework webserver""");

    /** Before {@code such as} and {@code like}. */
    private static final WordList KINDS_OF_MANY = WordList.of("""
            applications apps browsers compilers databases editors frameworks languages libraries modules
            packages platforms plugins projects toolkits tools webframeworks""");

    private static final WordList INSTALLERS = WordList.of("""
            apt apt-get brew cargo composer conda easy_install gem get npm pip pip3 pipx yarn""");

    private static final WordList NO_VERSIONS_OF = WordList.of("""
            about act article at channel chapter chf episode eur fig figure gbp gov level line number page part
            release rs rule section step table usd version web
            serie series versions versione versiones verzia versie versi versao wersja wersji
            версия версии серия серии серія версія""");

    /** Behind a number they make a measure of it. */
    private static final WordList UNITS = WordList.of("""
            billion cm days dollars euro euros feet ft gallons gb ghz gib grams hours inch inches kb kg kib km kwh
            lb lbs litres liters mb mg mhz mib miles million minutes ml mm months ms ounces oz percent points
            pounds seconds stars tb tib times watts weeks years""");

    private static final WordList LANGUAGE_SUBJECTS = WordList.of("css gui html http mvc open rest sql ui web");

    private static final int MOST_ENUMERATED = 8;

    private final NameText text;
    private final List<Sighting> found;

    SoftwareFinder(NameText text, List<Sighting> found) {
        this.text = text;
        this.found = found;
    }

    void find() {
        for (int i = 0; i < text.size(); i++) {
            Shape shape = text.shape(i);
            if (text.isCode(i)) {
                if (text.plain(i).equals("install")) installed(i);
                continue;
            }
            if (shape == Shape.NUMBER) version(i);
            else if (shape == Shape.SMALL || shape == Shape.CAPITALS) {
                if (KINDS.contains(text.plain(i))) kind(i);
                else if (text.plain(i).equals("install")) installed(i);
                else if (isSuchAs(i)) enumerated(i + 1);
            }
        }
    }

    /** {@code the Foo framework}, and {@code a framework called Foo}. */
    private void kind(int word) {
        if (text.follows(word + 1)
                && (text.plain(word + 1).equals("called")
                        || text.plain(word + 1).equals("named"))) {
            if (text.follows(word + 2) && isName(word + 2)) add(word + 2, "called so", 4);
            return;
        }
        int name = word - 1;
        if (!text.follows(word)
                || !isName(name)
                || text.isTitleCase(name)
                || LANGUAGE_SUBJECTS.contains(text.plain(name))) return;
        if (text.shape(name) == Shape.CAPITALS || text.follows(name) && text.isCapital(name - 1)) return;
        Signals signals = new Signals().add("its kind follows", 3);
        if (text.shape(name) == Shape.MIXED) signals.add("written as software is", 1);
        else if (text.follows(name) && text.plain(name - 1).equals("the")) signals.add("the", 1);
        found.add(Sighting.of(EntityType.SOFTWARE, text, name, name, signals));
    }

    /** {@code Foo 3.1}; a whole number says too little of an unknown name. */
    private void version(int number) {
        String written = text.words().written(number);
        int name = number - 1;
        if (written.indexOf('.') < 0 || !text.follows(number) || !isName(name)) return;
        if (NO_VERSIONS_OF.contains(text.plain(name)) || text.shape(name) == Shape.CAPITALS) return;
        if (text.startsSentence(name) && text.isTitleCase(name) || isMeasure(number) || isOfTwoScripts(name)) return;
        Signals signals = new Signals().add("a version follows", 4);
        found.add(new Sighting(
                EntityType.SOFTWARE, text.plain(name), text.words().written(name), "", text, name, number, signals));
    }

    /** {@code Foo 1.32 lbs}, {@code Foo 4.5%}. */
    private boolean isMeasure(int number) {
        int end = text.words().end(number);
        String written = text.words().text();
        if (end < written.length() && "%°€$£".indexOf(written.charAt(end)) >= 0) return true;
        return text.follows(number + 1) && UNITS.contains(text.plain(number + 1));
    }

    /** In scripts without spaces a word and a name behind it look like one. */
    private boolean isOfTwoScripts(int word) {
        String written = text.words().written(word);
        return written.codePoints().anyMatch(c -> c < 128)
                && written.codePoints()
                        .anyMatch(c -> Character.isLetter(c) && !Character.isLowerCase(c) && !Character.isUpperCase(c));
    }

    /** {@code pip install foo}; of {@code brew install foo/main/bar} what stands first is whose it is. */
    private void installed(int install) {
        if (install == 0 || install + 1 >= text.size() || !INSTALLERS.contains(text.plain(install - 1))) return;
        int last = install + 1;
        if (text.gap(last) != Gap.SPACE || text.shape(last) == Shape.NUMBER) return;
        int first = last;
        while (last + 1 < text.size() && last - first < 3 && text.gap(last + 1) == Gap.HYPHEN) last++;
        if (!text.isCode(install) && text.isOrdinary(first) && first == last) return;
        if (text.words().text().startsWith("/", text.words().end(last))) return;
        found.add(Sighting.of(EntityType.SOFTWARE, text, first, last, new Signals().add("installed", 4)));
    }

    private boolean isSuchAs(int word) {
        if (word < 2) return false;
        String plain = text.plain(word);
        int kinds = plain.equals("like")
                ? word - 1
                : plain.equals("as") && text.plain(word - 1).equals("such") ? word - 2 : -1;
        if (kinds < 0) return false;
        return KINDS_OF_MANY.contains(text.plain(kinds));
    }

    /** {@code frameworks such as Foo, Bar and Baz}. */
    private void enumerated(int from) {
        int word = from;
        for (int n = 0; n < MOST_ENUMERATED && word < text.size(); n++) {
            boolean the = text.plain(word).equals("the");
            if (the) word++;
            if (word >= text.size()
                    || !isName(word)
                    || text.isCapital(word) && text.follows(word + 1) && text.isCapital(word + 1)) return;
            add(word, "named among its kind", 4);
            word++;
            if (word >= text.size()) return;
            boolean comma = text.gap(word) == Gap.COMMA;
            boolean and = PersonCues.AND.contains(text.plain(word)) && (comma || text.gap(word) == Gap.SPACE);
            if (!comma && !and) return;
            if (and) word++;
        }
    }

    private void add(int word, String signal, double worth) {
        found.add(Sighting.of(EntityType.SOFTWARE, text, word, word, new Signals().add(signal, worth)));
    }

    private boolean isName(int word) {
        if (word < 0 || word >= text.size()) return false;
        Shape shape = text.shape(word);
        if (shape == Shape.MIXED) return !text.isOrdinary(word);
        return (shape == Shape.NAME || shape == Shape.CAPITALS) && !text.isOrdinary(word);
    }

    /** Links to the homes of software whose text is its name. */
    void findLinked(List<Link> links) {
        for (Link link : links) {
            String name = Homes.software(link.url());
            if (name.isEmpty() || link.text().length() > 2 * name.length() + 2) continue;
            if (!letters(name).equals(letters(link.text()))) continue;
            int first = text.words().firstFrom(link.start());
            int last = text.words().firstFrom(link.end()) - 1;
            if (first > last || last >= text.size()) continue;
            found.add(Sighting.of(EntityType.SOFTWARE, text, first, last, new Signals().add("link to its home", 4)));
        }
    }

    private static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) letters.append(name.charAt(i));
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}

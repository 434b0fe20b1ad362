package dev.postwire.enrich.entity;

import java.util.List;

/** Finds organisations by the words that their names are made with: {@code Foo Inc.}, {@code University of Foo}. Stateless. */
final class OrganizationFinder {
    /** At the end of a name; nothing else bears it. */
    private static final WordList STRONG = WordList.of("""
            academy administration agency airlines airways alliance association authority bureau coalition
            college commission committee consortium corp corporation corps council department fachhochschule
            federation foundation gesellschaft gmbh guild hochschule hospital inc institut institute
            laboratories laboratory labs llc ltd ministry museum orchestra organisation organization parliament
            partners senate society stiftung studios technologies universidad universita universitat universite
            university ventures verein verlag""");

    /** At the end of a name, where the rest of it cannot be misread. */
    private static final WordList WEAK = WordList.of("""
            bank books center centre club co collective company division games group initiative media network
            news press project publishers publishing records school services service sig software solutions store
            systems team times journal magazine union""");

    /** Of those, which need two words before them. */
    private static final WordList WEAKEST =
            WordList.of("journal press service services store systems team times magazine");

    /** Behind which {@code of} or {@code for} may go on with the name. */
    private static final WordList OPEN_ENDED = WordList.of("""
            academy agency alliance association bureau center centre coalition college commission committee
            consortium corps council federation foundation initiative institute laboratory school society""");

    /** With which names may begin as sentences do. */
    private static final WordList KEPT =
            WordList.of("new north south east west great united national american royal free open");

    /** Before {@code of}. */
    private static final WordList HEADS = WordList.of("""
            academy association bank board bureau chamber college council department federation house institute
            library ministry museum office school society universidad universita universitat universite
            university""");

    private static final WordList OF = WordList.of("de degli di for fur of");

    /** Before the name of an employer. */
    private static final WordList WORKS = WordList.of("employed intern internship job work worked working works");

    private static final WordList HEADS_OF_COMPANIES =
            WordList.of("ceo cfo co-founder cofounder cto employees founder");

    /** Whose matters come in twos: {@code Department of Housing and Urban Development}. */
    private static final WordList RULED_TOGETHER = WordList.of("department ministry institute bureau office");

    /** Before {@code of} in much that is no organisation. */
    private static final WordList HEADS_OF_MUCH = WordList.of("house office board school bank society library council");

    /** Behind a name and a comma. */
    private static final WordList FORMS = WordList.of("inc llc ltd corp");

    private static final int LONGEST = 6;

    private final NameText text;
    private final List<Sighting> found;

    OrganizationFinder(NameText text, List<Sighting> found) {
        this.text = text;
        this.found = found;
    }

    void find() {
        for (int i = 0; i < text.size(); i++) {
            if (text.isCode(i)) continue;
            String plain = text.plain(i);
            if (text.shape(i) == Shape.SMALL) {
                if (plain.equals("at") || plain.equals("for")) employer(i);
                else if (plain.equals("of")) ruled(i);
                continue;
            }
            if (!text.isCapital(i)) continue;
            if (HEADS.contains(plain) && headed(i)) continue;
            if (STRONG.contains(plain)) ended(i, true);
            else if (WEAK.contains(plain)) ended(i, false);
        }
    }

    /** {@code University of Foo}; whether it is one. */
    private boolean headed(int head) {
        int of = head + 1;
        if (!text.follows(of) || !OF.contains(text.plain(of)) || !text.follows(of + 1)) return false;
        int first = of + 1;
        if (text.plain(first).equals("the") && text.follows(first + 1)) first++;
        if (!text.isCapital(first) || HEADS.contains(text.plain(first))) return false;
        int last = first;
        while (last - first < LONGEST) {
            int next = last + 1;
            if (text.follows(next) && text.isCapital(next)) last = next;
            else if (RULED_TOGETHER.contains(text.plain(head)) && isAnd(next)) last = next + 1;
            else if (RULED_TOGETHER.contains(text.plain(head)) && isJoined(next)) last = next;
            else break;
        }
        int start = head;
        while (head - start < 3 && text.follows(start) && text.isCapital(start - 1) && !isArticle(start - 1)) start--;
        Signals signals = new Signals().add("a kind of organisation, of", 4);
        if (HEADS_OF_MUCH.contains(text.plain(head)) && !hasName(first, last)) {
            signals.add("only ordinary words", -1);
        }
        if (text.isTitleCase(head)) signals.add("in a title", -1);
        found.add(Sighting.of(EntityType.ORGANIZATION, text, start, last, signals));
        return true;
    }

    private boolean isJoined(int word) {
        return word < text.size() && text.gap(word) == Gap.AMPERSAND && text.shape(word) == Shape.NAME;
    }

    private boolean isAnd(int word) {
        return text.follows(word)
                && text.plain(word).equals("and")
                && text.follows(word + 1)
                && text.shape(word + 1) == Shape.NAME
                && !HEADS.contains(text.plain(word + 1));
    }

    /** {@code Foo Foundation}. */
    private void ended(int end, boolean strong) {
        if (text.follows(end + 1)
                && text.isCapital(end + 1)
                && !text.isTitleCase(end)
                && (STRONG.contains(text.plain(end + 1)) || WEAK.contains(text.plain(end + 1)))) {
            return;
        }
        int first = end;
        while (end - first < LONGEST && joinsLeft(first)) first = text.isCapital(first - 1) ? first - 1 : first - 2;
        while (first < end && isLeader(first)) first++;
        boolean weakest = WEAKEST.contains(text.plain(end));
        if (first == end || weakest && end - first < 2) return;
        Signals signals = new Signals();
        boolean named = hasName(first, end - 1) && (strong || weakest || !isNobodys(first, end - 1));
        signals.add(strong ? "ends as organisations do" : "may end as organisations do", strong ? 3 : 2);
        if (named) signals.add("has a name", 2);
        else if (end - first >= 2) signals.add("several capitals", 1);
        else if (!text.startsSentence(first)) signals.add("within a sentence", strong ? 0.5 : 0);
        if (text.startsSentence(first) && !named) signals.add("begins a sentence", -1);
        if (text.isTitleCase(end)) signals.add("in a title", -1.5);
        if (!strong && text.follows(end + 1) && text.isCapital(end + 1)) signals.add("part of a longer name", -2);
        int last = OPEN_ENDED.contains(text.plain(end)) ? withPurpose(end) : end;
        if (last > end) signals.add("of or for something", 1);
        found.add(Sighting.of(EntityType.ORGANIZATION, text, first, last, signals));
    }

    /** {@code Centre for Foo Studies}: the last word of the whole. */
    private int withPurpose(int end) {
        int of = end + 1;
        if (!text.follows(of) || !text.plain(of).equals("of") && !text.plain(of).equals("for")) return end;
        int next = text.follows(of + 1) && text.plain(of + 1).equals("the") ? of + 2 : of + 1;
        int last = end;
        while (next - of < LONGEST && text.follows(next) && text.isCapital(next)) last = next++;
        return last;
    }

    /** Whether the only word that could be its name is a country's or another that says nothing. */
    private boolean isNobodys(int first, int last) {
        for (int i = first; i <= last; i++) {
            if (!text.isOrdinary(i)) return false;
        }
        return last == first;
    }

    private boolean joinsLeft(int word) {
        if (word == 0) return false;
        Gap gap = text.gap(word);
        if (gap == Gap.COMMA) return isForm(word) && text.isCapital(word - 1);
        if (gap != Gap.SPACE && gap != Gap.AMPERSAND && gap != Gap.HYPHEN) return false;
        if (text.isCapital(word - 1)) return true;
        return text.plain(word - 1).equals("and")
                && text.follows(word - 1)
                && text.isCapital(word - 2)
                && !text.isTitleCase(word)
                && text.isOrdinary(word - 2)
                && !isEnd(word - 2);
    }

    private boolean isEnd(int word) {
        return STRONG.contains(text.plain(word)) || WEAK.contains(text.plain(word));
    }

    private boolean isForm(int word) {
        return FORMS.contains(text.plain(word));
    }

    /** A word with a capital that belongs to the sentence, not to the name. */
    private boolean isLeader(int word) {
        String plain = text.plain(word);
        return isArticle(word) || text.startsSentence(word) && text.isWrittenSmall(word) && !KEPT.contains(plain);
    }

    private boolean isArticle(int word) {
        String plain = text.plain(word);
        return PersonCues.ARTICLES.contains(plain) || plain.length() <= 2 && text.shape(word) == Shape.NAME;
    }

    private boolean hasName(int first, int last) {
        for (int i = first; i <= last; i++) {
            if (text.isCapital(i) && !text.isWrittenSmall(i) && !isLeader(i)) return true;
        }
        return false;
    }

    /** {@code works at Foo}. */
    private void employer(int at) {
        if (!text.follows(at) || !WORKS.contains(text.plain(at - 1))) return;
        named(at + 1, "employer");
    }

    /** {@code founder of Foo}. */
    private void ruled(int of) {
        if (!text.follows(of) || !HEADS_OF_COMPANIES.contains(text.plain(of - 1))) return;
        named(of + 1, "has a head");
    }

    private void named(int first, String signal) {
        if (!text.follows(first) || !text.isCapital(first) || text.isOrdinary(first) && text.shape(first) == Shape.NAME)
            return;
        int last = first;
        while (last - first < 3 && text.follows(last + 1) && text.isCapital(last + 1)) last++;
        found.add(Sighting.of(
                EntityType.ORGANIZATION,
                text,
                first,
                last,
                new Signals().add(signal, 3).add("a name", 1)));
    }
}

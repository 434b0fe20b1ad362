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
            bank books center centre club co collective company division games group initiative journal magazine
            media network news press project publishers publishing records school service services sig software
            solutions store systems team times union""");

    /** Before {@code of}. */
    private static final WordList HEADS = WordList.of("""
            academy association bank board bureau chamber college council department federation house institute
            library ministry museum office school society universidad universita universitat universite
            university""");

    private static final WordList OF = WordList.of("de degli di for fur of");

    /** Before the name of an employer. */
    private static final WordList WORKS = WordList.of("employed intern internship job work worked working works");

    private static final WordList HEADS_OF_COMPANIES = WordList.of("ceo cfo co-founder cofounder cto employees founder");

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
            else if (isAnd(next) && text.plain(head).matches("department|ministry|institute|bureau")) last = next + 1;
            else break;
        }
        int start = head;
        while (head - start < 3 && text.follows(start) && text.isCapital(start - 1) && !isLeader(start - 1)) start--;
        Signals signals = new Signals().add("a kind of organisation, of", 4);
        if (text.plain(head).matches("house|office|board|school|bank|society|library|council") && !hasName(first, last)) {
            signals.add("only ordinary words", -1);
        }
        if (text.isTitleCase(head)) signals.add("in a title", -1);
        found.add(Sighting.of(EntityType.ORGANIZATION, text, start, last, signals));
        return true;
    }

    private boolean isAnd(int word) {
        return text.follows(word) && text.plain(word).equals("and") && text.follows(word + 1)
                && text.isCapital(word + 1) && !HEADS.contains(text.plain(word + 1));
    }

    /** {@code Foo Foundation}. */
    private void ended(int end, boolean strong) {
        if (text.follows(end + 1) && text.isCapital(end + 1) && !text.isTitleCase(end)
                && (STRONG.contains(text.plain(end + 1)) || WEAK.contains(text.plain(end + 1)))) {
            return;
        }
        int first = end;
        while (end - first < LONGEST && joinsLeft(first)) first = text.isCapital(first - 1) ? first - 1 : first - 2;
        while (first < end && isLeader(first)) first++;
        if (first == end) return;
        Signals signals = new Signals();
        boolean named = hasName(first, end - 1);
        signals.add(strong ? "ends as organisations do" : "may end as organisations do", strong ? 3 : 2);
        if (named) signals.add("has a name", 2);
        else if (end - first >= 2) signals.add("several capitals", 1);
        else if (!text.startsSentence(first)) signals.add("within a sentence", strong ? 0.5 : 0);
        if (text.startsSentence(first) && !named) signals.add("begins a sentence", -1);
        if (text.isTitleCase(end)) signals.add("in a title", -1.5);
        found.add(Sighting.of(EntityType.ORGANIZATION, text, first, end, signals));
    }

    private boolean joinsLeft(int word) {
        if (word == 0) return false;
        Gap gap = text.gap(word);
        if (gap == Gap.COMMA) return isForm(word) && text.isCapital(word - 1);
        if (gap != Gap.SPACE && gap != Gap.AMPERSAND && gap != Gap.HYPHEN) return false;
        if (text.isCapital(word - 1)) return true;
        return text.plain(word - 1).equals("and") && text.follows(word - 1) && text.isCapital(word - 2)
                && !text.isTitleCase(word) && text.isOrdinary(word - 2);
    }

    private boolean isForm(int word) {
        return text.plain(word).matches("inc|llc|ltd|corp");
    }

    /** A word with a capital that belongs to the sentence, not to the name. */
    private boolean isLeader(int word) {
        String plain = text.plain(word);
        return PersonCues.ARTICLES.contains(plain) || plain.length() <= 2 && text.shape(word) == Shape.NAME
                || text.startsSentence(word) && text.isWrittenSmall(word);
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
        if (!text.follows(first) || !text.isCapital(first) || text.isOrdinary(first) && text.shape(first) == Shape.NAME) return;
        int last = first;
        while (last - first < 3 && text.follows(last + 1) && text.isCapital(last + 1)) last++;
        found.add(Sighting.of(EntityType.ORGANIZATION, text, first, last, new Signals().add(signal, 3).add("a name", 1)));
    }
}

package dev.postwire.enrich.entity;

/** The year behind an event's name, which belongs to it: {@code PyCon 2014}, {@code PyCon '14}. Stateless. */
final class EventYears {
    private EventYears() {}

    /** With the year where one stands behind the name; a plural becomes the name itself. */
    static Sighting sighting(NameText text, int first, int last, Signals signals) {
        String name = singular(text, last, text.written(first, last));
        String key = WordList.plain(name.toLowerCase(java.util.Locale.ROOT));
        boolean year = text.follows(last + 1) && text.isYear(last + 1);
        int end = year ? last + 1 : last;
        return new Sighting(EntityType.EVENT, key, name, year ? text.plain(last + 1) : "", text, first, end, signals);
    }

    /** {@code PyConDEs}: the s of a plural stands behind capitals or behind what ends as events do. */
    private static String singular(NameText text, int last, String name) {
        if (text.shape(last) != Shape.MIXED || !name.endsWith("s") || name.length() < 3) return name;
        return name.substring(0, name.length() - 1);
    }
}

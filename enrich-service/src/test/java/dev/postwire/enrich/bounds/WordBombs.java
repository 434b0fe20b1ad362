package dev.postwire.enrich.bounds;

import static dev.postwire.enrich.bounds.Pieces.numbered;

import java.util.Random;
import java.util.stream.Stream;

/** Of words, for the steps that look at them: language, tags and entities. */
final class WordBombs {
    private static final String PLAIN = "text/plain";
    private static final String MARKDOWN = "text/markdown";
    private static final String JSON = "application/json";
    private static final String ENGLISH = "This is what we have written of it, and there is more to be said. ";
    private static final String GERMAN = "Das ist, was wir davon geschrieben haben, und es ist noch mehr zu sagen. ";
    private static final String TURKISH =
            "Bu konuda yazd\u0131klar\u0131m\u0131z bunlar ve daha s\u00F6ylenecek \u00E7ok \u015Fey var. ";

    private WordBombs() {}

    static Stream<Bomb> all() {
        return Stream.of(repeated(), different(), marked(), enveloped()).flatMap(kind -> kind);
    }

    private static Stream<Bomb> repeated() {
        return Stream.of(
                        "John Smith ",
                        "John Smith, ",
                        "John Smith and ",
                        "Dr. John Smith's ",
                        "J. R. ",
                        "John-",
                        "John van der ",
                        "University of California ",
                        "University of Foo & ",
                        "Foo Foundation ",
                        "works at Foo ",
                        "PyCon 2014 ",
                        "Summit ",
                        "Foo, Canada ",
                        "frameworks such as Foo, Bar, Baz and ",
                        "pip install foo ",
                        "Foo 3.1 ",
                        "Python ",
                        "Python, Java and JavaScript. ",
                        "machine learning ",
                        "Go ",
                        "C++ ",
                        "python.",
                        "a@Go:",
                        "Ann Lee (AL) ",
                        "by Ann Lee\n",
                        "words ",
                        "Words ",
                        "WORDS ",
                        "a1b2C3 ",
                        "\u7530\u4E2D\u3055\u3093",
                        "\u3042",
                        "\u30B8\u30E7\u30F3\u30FB",
                        "\u6A5F\u68B0\u5B66\u7FD2",
                        "\u0E01\u0E34",
                        "\uD55C\uAD6D\uC5B4 ",
                        "e\u0301\u0323\u0308",
                        "\uFF21",
                        "Donaudampfschifffahrtsgesellschaftskapit\u00E4nsm\u00FCtze ",
                        "muvaffakiyetsizle\u015Ftiricile\u015Ftiriveremeyebileceklerimizdenmi\u015Fsinizcesine ",
                        "\u0130I\u0131i ",
                        "\u0130",
                        "\u03A3 ",
                        "\u03A3",
                        "int main(void) { return 0; }\n")
                .map(piece -> Bomb.of(PLAIN, ENGLISH, piece, "").named("words " + piece.replace("\n", "\\n")));
    }

    private static Stream<Bomb> different() {
        return Stream.of(
                Bomb.of(PLAIN, made(ENGLISH, 7, true)).named("different names"),
                Bomb.of(PLAIN, made(ENGLISH, 7, false)).named("different words of English"),
                Bomb.of(PLAIN, made(GERMAN, 60, true)).named("different long words of German"),
                Bomb.of(PLAIN, made(TURKISH, 60, false)).named("different long words of Turkish"),
                Bomb.of(PLAIN, GERMAN.repeat(200) + made("", 95, true)).named("longest words"),
                Bomb.of(PLAIN, ENGLISH + numbered("John Smith%d ", 140_000)).named("different surnames"),
                Bomb.of(PLAIN, ENGLISH + numbered("Foo%d Foundation, ", 140_000))
                        .named("organisations"),
                Bomb.of(PLAIN, ENGLISH + numbered("PyCon %d ", 140_000)).named("events of years"),
                Bomb.of(PLAIN, ENGLISH + numbered("Foo%dConf, ", 140_000)).named("events"),
                Bomb.of(PLAIN, ENGLISH + numbered("Foo%d 3.1, ", 140_000)).named("software"),
                Bomb.of(PLAIN, ENGLISH + labels()).named("labels"),
                Bomb.of(PLAIN, ideographs()).named("different ideographs"));
    }

    private static Stream<Bomb> marked() {
        String title = "title: ";
        return Stream.of(
                Bomb.of(MARKDOWN, "---\n" + title, "John Smith ", "\n---\nText.\n"),
                Bomb.of(MARKDOWN, "---\n" + title + made(ENGLISH, 7, true) + "\n---\nText.\n")
                        .named("long title"),
                Bomb.of(MARKDOWN, numbered("[John Smith%d](/a) ", 40_000)).named("links to people"),
                Bomb.of(MARKDOWN, numbered("[foo%1$d](https://github.com/a/foo%1$d) ", 40_000))
                        .named("links to software"),
                Bomb.of(MARKDOWN, numbered("## John Smith%d\n\n", 40_000)).named("sections of people"),
                Bomb.of(MARKDOWN, numbered("## Python %d\n\nJava\n\n", 40_000)).named("sections of software"),
                Bomb.of(MARKDOWN, numbered("`Foo%d` ", 80_000)).named("words of code"),
                Bomb.of(MARKDOWN, "```\n" + numbered("Foo%d = John.Smith()\n", 80_000) + "```\n")
                        .named("code"),
                Bomb.of(MARKDOWN, numbered("By Ann Lee%d\n\n", 80_000)).named("bylines"));
    }

    private static Stream<Bomb> enveloped() {
        String text = "\"contentType\":\"text/plain\",\"content\":\"" + (ENGLISH + "a-").repeat(7_000) + "\",";
        String plain = "{\"contentType\":\"text/plain\",\"content\":\"x\",";
        String tag = "\"" + "a-".repeat(46) + "%d\",";
        return Stream.of(
                Bomb.of(JSON, plain + "\"title\":\"", "\u0130", "\"}").named("title of \u0130"),
                Bomb.of(JSON, plain + "\"title\":\"", "\u03A3", "\"}").named("title of \u03A3"),
                Bomb.of(JSON, plain + "\"tags\":[\"", "\u0130", "\"]}").named("tag of \u0130"),
                Bomb.of(JSON, plain + "\"tags\":[\"", "\u03A3", "\"]}").named("tag of \u03A3"),
                Bomb.of(JSON, plain + "\"authors\":[\"", "\u0130", "\"]}").named("author of \u0130"),
                Bomb.of(JSON, plain + "\"authors\":[\"", "\u03A3", "\"]}").named("author of \u03A3"),
                Bomb.of(MARKDOWN, "---\n", "\u0130", ": a\n---\nText").named("key of \u0130"),
                Bomb.of("text/html", "<title>A</title><p class='byline'>By ", "\u0130", "</p><p>x")
                        .named("byline of \u0130"),
                Bomb.of("text/html", "<p>x<a rel=tag href=/a>", "\u0130", "</a>")
                        .named("link of \u0130"),
                Bomb.of("text/html", "<title>", "\u0130", "</title><p>x").named("page title of \u0130"),
                Bomb.of("text/html", "<pre class='", "\u0130", "'>x</pre>").named("class of \u0130"),
                Bomb.of(JSON, "{" + text + "\"tags\":[" + tags(tag, 5_000) + "\"b\"]}")
                        .named("long tags"),
                Bomb.of(JSON, "{" + text + "\"tags\":[" + tags("\"Python %d\",", 30_000) + "\"b\"]}")
                        .named("tags"),
                Bomb.of(JSON, "{" + text + "\"authors\":[" + tags("\"Ann Lee%d\",", 30_000) + "\"b\"]}")
                        .named("authors"));
    }

    private static String tags(String format, int count) {
        StringBuilder tags = new StringBuilder();
        for (int i = 0; i < count; i++) tags.append(format.replace("%d", Integer.toString(i)));
        return tags.toString();
    }

    /** Words that nobody wrote, each another, up to the size limit. */
    private static String made(String start, int letters, boolean capital) {
        Random random = new Random(letters);
        StringBuilder text = new StringBuilder(start.repeat(40));
        while (text.length() < Bomb.LARGEST - 4 * letters) {
            for (int i = 0; i < letters; i++) {
                char letter = (i % 2 == 0 ? "bdfgklmnprst" : "aeiou").charAt(random.nextInt(i % 2 == 0 ? 12 : 5));
                text.append(i == 0 && capital ? Character.toUpperCase(letter) : letter);
            }
            text.append(random.nextInt(12) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    /** Names that the built-in vocabulary knows, in ever other order. */
    private static String labels() {
        String[] labels = ("Python|Java|Ruby|Go|Rust|C|C#|Django|Redis|machine learning|open source|Linux|Docker|Git|"
                        + "Berlin|Paris|Canada|Montreal|PyCon|EuroPython|Mozilla|Google|NASA|physics|biology|web design")
                .split("\\|");
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        while (text.length() < Bomb.LARGEST - 200) {
            text.append(labels[random.nextInt(labels.length)]).append(random.nextInt(5) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    private static String ideographs() {
        Random random = new Random(2);
        StringBuilder text = new StringBuilder();
        while (text.length() < Bomb.LARGEST / 3 - 10) text.append((char) (0x4E00 + random.nextInt(5_000)));
        return text.toString();
    }
}

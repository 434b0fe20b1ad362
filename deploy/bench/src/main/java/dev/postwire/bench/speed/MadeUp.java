package dev.postwire.bench.speed;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Posts of our own making, the same at every call, for a checkout without the reference data. */
final class MadeUp {
    private static final String[] WORDS =
            ("a post that was found in the wild is read and cleaned before anyone reads it so its"
                            + " words stand without the menus banners and forms which surrounded them when somebody wrote them"
                            + " for readers rather than for machines")
                    .split(" ");

    private MadeUp() {}

    /** About 100 kB: menus, an article with headings, lists, code and a table, cards of other articles, a footer. */
    static byte[] page(int number) {
        Random random = new Random(number);
        StringBuilder out = new StringBuilder("<!doctype html><html lang=en><head><title>Post ")
                .append(number)
                .append(" | Made up</title><meta property='article:published_time' content='2026-01-02'></head><body>");
        links(out.append("<nav><ul>"), 150, random);
        out.append("</ul></nav><main><article><h1>Post ").append(number).append("</h1>");
        for (int section = 0; section < 12; section++) {
            out.append("<h2>").append(prose(5, random)).append("</h2>");
            for (int i = 0; i < 5; i++) {
                out.append("<p>").append(prose(90, random)).append(" <a href='/x'>more</a>.</p>\n");
            }
            out.append("<ul><li>").append(prose(12, random)).append("<li>").append(prose(9, random));
            out.append("</ul><pre><code class='language-java'>int a = ")
                    .append(section)
                    .append(";</code></pre>");
            out.append("<table><tr><th>a<th>b<tr><td>1<td>2</table>");
        }
        out.append("</article></main><aside class='related'><ul>");
        links(out, 250, random);
        out.append("</ul></aside><script>")
                .append("var data = [1, 2, 3];\n".repeat(500))
                .append("</script>");
        out.append("<footer>").append(prose(200, random)).append("</footer></body></html>");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** About 6 kB: front matter, prose with links and emphasis, headings, lists and code. */
    static byte[] markdown(int number) {
        Random random = new Random(number);
        StringBuilder out = new StringBuilder("---\ntitle: Post ")
                .append(number)
                .append("\ndate: 2026-01-02T03:04:05Z\ntags:\n- made-up\n- bench\n---\n\n");
        for (int section = 0; section < 5; section++) {
            out.append("## ").append(prose(4, random)).append("\n\n");
            for (int i = 0; i < 3; i++) {
                out.append(prose(60, random))
                        .append(" [a link](https://example.org/")
                        .append(i);
                out.append(") and *stress*.\n\n");
            }
            out.append("- ").append(prose(8, random)).append("\n- ").append(prose(8, random));
            out.append("\n\n```java\nint a = 1;\n```\n\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void links(StringBuilder out, int count, Random random) {
        for (int i = 0; i < count; i++) {
            out.append("<li class='item item-")
                    .append(i)
                    .append("'><a href='/posts/")
                    .append(i);
            out.append("/'>").append(prose(6, random)).append("</a></li>\n");
        }
    }

    private static String prose(int words, Random random) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words; i++) {
            if (i > 0) out.append(i % 17 == 0 ? ". " : " ");
            out.append(WORDS[random.nextInt(WORDS.length)]);
        }
        return out.toString();
    }
}

package dev.postwire.enrich.extract;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Tells a page whose posts and comments are its content (a thread, a question with its answers) from one that merely has some. */
final class Discussions {
    private static final Pattern SOFTWARE = Pattern.compile(
            "discourse|phpbb|vbulletin|xenforo|invision|flarum|nodebb|smf|mybb|vanilla|woltlab|simple machines");
    private static final Pattern SCHEMA = Pattern.compile("\"(?:DiscussionForumPosting|QAPage)\"");
    private static final Pattern MARKUP = Pattern.compile(
            "template-thread_view|ipsApp|phpbb|question-page|page-topic|showthread|viewtopic|data-template=\"thread");

    private Discussions() {}

    static boolean isDiscussion(Document page) {
        Element generator = page.selectFirst("meta[name=generator]");
        if (generator != null
                && SOFTWARE.matcher(generator.attr("content").toLowerCase(Locale.ROOT))
                        .find()) return true;
        for (Element script : page.select("script[type=application/ld+json]")) {
            if (SCHEMA.matcher(script.data()).find()) return true;
        }
        if (page.selectFirst("[itemtype$=DiscussionForumPosting], [itemtype$=QAPage]") != null) return true;
        Element root = page.selectFirst("html");
        String names = (root == null ? "" : root.attributes().html())
                + page.body().attributes().html();
        return MARKUP.matcher(names).find();
    }
}

package dev.postwire.bench.contender;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;

/** The Kotlin port of Mozilla's Readability.js. Knows no dates. */
public final class Readability4jContender implements Contender {
    /** It refuses an empty address. */
    private static final String NOWHERE = "http://localhost/";

    @Override
    public String name() {
        return "readability4j";
    }

    @Override
    public Answer read(String url, byte[] html) {
        String source = new String(html, StandardCharsets.UTF_8);
        Article article = new Readability4J(url.isBlank() ? NOWHERE : url, source).parse();
        String byline = Answer.orEmpty(article.getByline());
        return new Answer(
                Answer.orEmpty(article.getTextContent()),
                Answer.orEmpty(article.getTitle()),
                byline.isBlank() ? List.of() : List.of(byline),
                "");
    }
}

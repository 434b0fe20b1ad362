package dev.postwire.bench.contender;

import com.chimbori.crux.articles.Article;
import com.chimbori.crux.articles.ArticleExtractor;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The maintained heir of snacktory, which itself is in no public registry. Knows neither authors nor dates. */
public final class CruxContender implements Contender {
    private static final String NOWHERE = "http://localhost/";

    @Override
    public String name() {
        return "crux";
    }

    @Override
    public Answer read(String url, byte[] html) {
        Article article = ArticleExtractor.with(url.isBlank() ? NOWHERE : url, new String(html, StandardCharsets.UTF_8))
                .extractMetadata()
                .extractContent()
                .article();
        String text = article.document == null ? "" : article.document.text();
        return new Answer(text, Answer.orEmpty(article.title), List.of(), "");
    }
}

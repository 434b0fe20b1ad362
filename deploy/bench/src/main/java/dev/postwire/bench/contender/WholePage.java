package dev.postwire.bench.contender;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Everything a page shows, as jsoup reads it: what leaving nothing out is worth. */
public final class WholePage implements Contender {
    @Override
    public String name() {
        return "whole page";
    }

    @Override
    public Answer read(String url, byte[] html) {
        Document page = Jsoup.parse(new String(html, StandardCharsets.UTF_8), url);
        return new Answer(page.body().text(), page.title(), List.of(), "");
    }
}

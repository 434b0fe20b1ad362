package dev.postwire.bench.contender;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.document.TextDocument;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import de.l3s.boilerpipe.sax.BoilerpipeSAXInput;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Kohlschütter's shallow text features, by their extractor for articles. Knows neither authors nor dates. */
public final class BoilerpipeContender implements Contender {
    @Override
    public String name() {
        return "boilerpipe";
    }

    @Override
    public Answer read(String url, byte[] html) throws SAXException, BoilerpipeProcessingException {
        InputSource source = new InputSource(new StringReader(new String(html, StandardCharsets.UTF_8)));
        TextDocument document = new BoilerpipeSAXInput(source).getTextDocument();
        ArticleExtractor.INSTANCE.process(document);
        return new Answer(Answer.orEmpty(document.getContent()), Answer.orEmpty(document.getTitle()), List.of(), "");
    }
}

package dev.postwire.enrich.vocabulary;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;

/** Reads the concepts of one SKOS file in Turtle. What is wrong with it is told with file and line. */
final class TurtleReader {
    /** What relative addresses in a file are relative to. */
    private static final String BASE = "urn:postwire:concept:";

    private TurtleReader() {}

    /** In the order in which the file first speaks of them. */
    static List<Entry> read(String file, byte[] bytes) {
        SkosHandler handler = new SkosHandler(file);
        TurtleParser parser = new TurtleParser();
        parser.setRDFHandler(handler);
        parser.setParseLocationListener((line, column) -> handler.line = line);
        parser.getParserConfig().set(BasicParserSettings.VERIFY_URI_SYNTAX, false);
        try {
            parser.parse(new StringReader(text(file, bytes)), BASE);
        } catch (RDFParseException e) {
            long line = Math.max(e.getLineNumber(), handler.line); // -1 at the end of the file
            throw new VocabularyException(file + ":" + line + ": " + plain(e.getMessage()), e);
        } catch (StackOverflowError e) { // the parser goes into brackets as deep as they are
            throw new VocabularyException(file + ":" + handler.line + ": it is nested too deep", e);
        } catch (RDFHandlerException | IOException e) {
            throw new VocabularyException(file + ":" + handler.line + ": " + e.getMessage(), e);
        }
        return concepts(file, handler.entries());
    }

    private static List<Entry> concepts(String file, Map<String, Entry> entries) {
        List<Entry> concepts = new ArrayList<>(entries.size());
        for (Entry entry : entries.values()) {
            if (entry.other) continue;
            if (entry.preferred().isPresent()) {
                concepts.add(entry);
            } else if (entry.concept || !entry.labels.isEmpty()) {
                throw new VocabularyException(entry.place + ": <" + entry.uri + "> has no skos:prefLabel");
            }
        }
        if (concepts.isEmpty()) throw new VocabularyException(file + ": there is no SKOS concept in it");
        return concepts;
    }

    private static String text(String file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new VocabularyException(file + ": it is not in UTF-8", e);
        }
    }

    /** The parser puts the place behind its message; it already stands before ours. */
    private static String plain(String message) {
        int place = message.lastIndexOf(" [line ");
        return place < 0 ? message : message.substring(0, place);
    }
}

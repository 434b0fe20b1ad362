package dev.postwire.query.feed;

import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed as Atom (RFC 4287), with the links of RFC 5005 to its other pages. For one feed. */
public final class AtomWriter {
    public static final String MEDIA_TYPE = "application/atom+xml";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /** Always with seconds, which {@code OffsetDateTime.toString} leaves out where they are 0. */
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private AtomWriter() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    public static String write(Feed feed) {
        try {
            AtomWriter writer = new AtomWriter();
            writer.feed(feed);
            return writer.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed cannot be written", e);
        }
    }

    private void feed(Feed feed) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        element("id", feed.id());
        element("title", feed.title());
        element("updated", feed.updated().toString());
        link("self", MEDIA_TYPE, feed.self());
        link("alternate", "text/html", feed.home());
        link("first", MEDIA_TYPE, feed.first());
        if (feed.next().isPresent()) link("next", MEDIA_TYPE, feed.next().get());
        if (feed.hub().isPresent()) link("hub", "", feed.hub().get());
        element("generator", "Postwire");
        // Each entry must have an author, and not every post names one.
        person(new Entry.Author("Postwire", Optional.empty()));
        for (Entry entry : feed.entries()) entry(entry);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        if (entry.language().isPresent()) {
            xml.writeAttribute("xml:lang", entry.language().get());
        }
        element("id", entry.id());
        element("title", entry.title());
        element("updated", entry.updated().toString());
        Optional<OffsetDateTime> published = entry.published();
        if (published.isPresent()) element("published", RFC_3339.format(published.get()));
        for (Entry.Author author : entry.authors()) person(author);
        link("alternate", "text/html", entry.url().orElse(entry.page()));
        if (entry.url().isPresent()) link("related", "text/html", entry.page());
        for (Entry.Tag tag : entry.tags()) {
            xml.writeEmptyElement("category");
            attribute("term", tag.slug());
            attribute("label", tag.label());
        }
        if (entry.summary().isPresent())
            typed("summary", "text", entry.summary().get());
        if (entry.html().isPresent()) typed("content", "html", entry.html().get());
        xml.writeEndElement();
    }

    private void person(Entry.Author author) throws XMLStreamException {
        xml.writeStartElement("author");
        element("name", author.name());
        if (author.url().isPresent()) element("uri", author.url().get());
        xml.writeEndElement();
    }

    private void link(String relation, String type, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        attribute("rel", relation);
        if (!type.isEmpty()) attribute("type", type);
        attribute("href", address);
    }

    private void typed(String name, String type, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        attribute("type", type);
        xml.writeCharacters(XmlText.of(content));
        xml.writeEndElement();
    }

    private void element(String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.of(content));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.of(value));
    }
}

package dev.postwire.query.feed;

import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** What RFC 4287 asks of a feed document, by the numbers of its sections. */
public final class AtomRules {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** Section 3.3, with RFC 3339's T and Z in capitals. */
    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    private final List<String> faults = new ArrayList<>();

    private AtomRules() {}

    /** The rules that it breaks; what is no XML at all is thrown. */
    public static List<String> broken(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        AtomRules rules = new AtomRules();
        rules.feed(document.getDocumentElement());
        return rules.faults;
    }

    private void feed(Element feed) {
        check("2 root", feed.getLocalName().equals("feed") && ATOM.equals(feed.getNamespaceURI()));
        common("4.1.1", feed);
        check("4.1.1 at most one generator", children(feed, "generator").size() <= 1);
        check("4.1.1 self", links(feed, "self").size() == 1);
        boolean authors = !children(feed, "author").isEmpty();
        Set<String> ids = new HashSet<>();
        for (Element entry : children(feed, "entry")) {
            common("4.1.2", entry);
            check("4.1.2 author", authors || !children(entry, "author").isEmpty());
            check("4.1.1 entries of one id differ in updated", ids.add(text(entry, "id") + text(entry, "updated")));
            content(entry);
        }
    }

    private void common(String section, Element element) {
        for (String once : List.of("id", "title", "updated")) {
            check(section + " one " + once, children(element, once).size() == 1);
        }
        check(section + " at most one published", children(element, "published").size() <= 1);
        check("4.2.6 id is absolute", absolute(text(element, "id")));
        for (String date : List.of("updated", "published")) {
            children(element, date)
                    .forEach(child -> check(
                            "3.3 " + date, DATE.matcher(child.getTextContent()).matches()));
        }
        children(element, "title").forEach(this::textConstruct);
        children(element, "author").forEach(this::person);
        children(element, "category").forEach(category -> check("4.2.2 term", category.hasAttribute("term")));
        Set<String> alternates = new HashSet<>();
        for (Element link : children(element, "link")) {
            check("4.2.7.1 href", absolute(link.getAttribute("href")));
            if (link.getAttribute("rel").equals("alternate")) {
                check(section + " one alternate of a type", alternates.add(link.getAttribute("type")));
            }
        }
    }

    private void content(Element entry) {
        List<Element> contents = children(entry, "content");
        check("4.1.2 at most one content", contents.size() <= 1);
        check(
                "4.1.2 content or alternate",
                !contents.isEmpty() || !links(entry, "alternate").isEmpty());
        check("4.1.2 at most one summary", children(entry, "summary").size() <= 1);
        contents.forEach(this::textConstruct);
        children(entry, "summary").forEach(this::textConstruct);
    }

    private void textConstruct(Element element) {
        check("3.1 type", Set.of("", "text", "html").contains(element.getAttribute("type")));
        check("3.1.1 no child elements", elements(element).isEmpty());
    }

    private void person(Element person) {
        check("3.2.1 one name", children(person, "name").size() == 1);
        check("3.2.2 at most one uri", children(person, "uri").size() <= 1);
        children(person, "uri").forEach(uri -> check("3.2.2 uri", absolute(uri.getTextContent())));
    }

    private static List<Element> links(Element element, String relation) {
        return children(element, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(relation))
                .toList();
    }

    private static String text(Element element, String name) {
        return children(element, name).stream()
                .map(Node::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element element, String name) {
        return elements(element).stream()
                .filter(child -> child.getLocalName().equals(name) && ATOM.equals(child.getNamespaceURI()))
                .toList();
    }

    private static List<Element> elements(Element element) {
        return IntStream.range(0, element.getChildNodes().getLength())
                .mapToObj(i -> element.getChildNodes().item(i))
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static boolean absolute(String address) {
        return !address.isEmpty() && URI.create(address).isAbsolute();
    }

    private void check(String rule, boolean kept) {
        if (!kept) faults.add(rule);
    }
}

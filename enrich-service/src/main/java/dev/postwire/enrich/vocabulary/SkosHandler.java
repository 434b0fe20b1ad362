package dev.postwire.enrich.vocabulary;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;

/** Gathers what the statements of one file say of its concepts. Other vocabularies' properties are passed over. */
final class SkosHandler extends AbstractRDFHandler {
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final String DEPRECATED = "http://www.w3.org/2002/07/owl#deprecated";
    private static final int LONGEST_LABEL = 200;

    /** Of SKOS, but of no use here. */
    private static final Set<String> UNUSED = Set.of(
            "inScheme",
            "hasTopConcept",
            "topConceptOf",
            "note",
            "changeNote",
            "definition",
            "editorialNote",
            "example",
            "historyNote",
            "scopeNote",
            "semanticRelation",
            "broaderTransitive",
            "narrowerTransitive",
            "member",
            "memberList",
            "mappingRelation",
            "broadMatch",
            "narrowMatch",
            "relatedMatch",
            "exactMatch",
            "closeMatch");

    /** The line that is being read; the parser tells it. */
    long line;

    private final String file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    /** Statements come subject by subject. */
    private Entry last;

    SkosHandler(String file) {
        this.file = file;
    }

    /** By URI, as first spoken of. */
    Map<String, Entry> entries() {
        return entries;
    }

    @Override
    public void handleStatement(Statement statement) {
        if (!statement.getSubject().isIRI()) return;
        String property = statement.getPredicate().stringValue();
        Value value = statement.getObject();
        Entry entry = entry(statement.getSubject().stringValue());
        if (property.equals(TYPE)) type(entry, value.stringValue());
        else if (property.equals(DEPRECATED)) entry.other |= value.stringValue().equals("true");
        else if (property.startsWith(SKOS)) skos(entry, property.substring(SKOS.length()), value);
    }

    private void skos(Entry entry, String property, Value value) {
        switch (property) {
            case "prefLabel" -> label(entry, value, Label.Role.PREFERRED);
            case "altLabel" -> label(entry, value, Label.Role.ALTERNATIVE);
            case "hiddenLabel" -> label(entry, value, Label.Role.HIDDEN);
            case "notation" -> entry.notation = Optional.of(text(value));
            case "broader" -> entry.broader.add(value.stringValue());
            case "narrower" -> entry(value.stringValue()).broader.add(entry.uri);
            case "related" -> entry.related.add(value.stringValue());
            default -> {
                if (!UNUSED.contains(property)) throw fault("SKOS has no property " + property);
            }
        }
    }

    private void type(Entry entry, String type) {
        Optional<Kind> kind = Kinds.of(type);
        if (kind.isPresent()) {
            entry.kind = kind;
            entry.concept = true;
        } else if (type.startsWith(Kinds.OURS)) {
            throw fault("there is no kind " + type.substring(Kinds.OURS.length()));
        } else if (type.equals(SKOS + "Concept")) {
            entry.concept = true;
        } else if (type.startsWith(SKOS)) {
            entry.other = true;
        }
    }

    private void label(Entry entry, Value value, Label.Role role) {
        String language = "";
        if (value instanceof Literal) language = ((Literal) value).getLanguage().orElse("");
        Label label = new Label(text(value), primary(language), role, true);
        if (label.text().isEmpty()) throw fault("a label is empty");
        if (label.text().length() > LONGEST_LABEL) throw fault("a label is longer than " + LONGEST_LABEL);
        entry.labels.add(label);
    }

    private String text(Value value) {
        if (!value.isLiteral()) throw fault("an address stands where a label should be: " + value.stringValue());
        return value.stringValue().strip();
    }

    /** {@code pt-BR}: {@code pt}. Norwegian is one language to a post's words. */
    static String primary(String tag) {
        int end = tag.indexOf('-');
        String code = (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
        return switch (code) {
            case "nb", "nn" -> "no";
            case "mul", "und", "zxx" -> "";
            default -> code;
        };
    }

    private Entry entry(String uri) {
        if (last == null || !last.uri.equals(uri)) {
            last = entries.computeIfAbsent(uri, u -> new Entry(u, file + ":" + line));
        }
        return last;
    }

    private VocabularyException fault(String what) {
        return new VocabularyException(file + ":" + line + ": " + what);
    }
}

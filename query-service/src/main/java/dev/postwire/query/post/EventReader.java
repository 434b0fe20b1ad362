package dev.postwire.query.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads event values as strictly as the contract is written: no type is bent into another. Safe for any number of threads. */
public final class EventReader {
    private static final List<String> BODIES = List.of("html", "markdown", "text");

    private final ObjectMapper json = strict();
    private final ObjectWriter ascii = json.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    /** An event value that breaks its contract. */
    public static final class BrokenContract extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenContract(String detail) {
            super(detail, null, false, false);
        }
    }

    /** The post, with its JSON in two halves whose fields together are exactly the event's. */
    public record ReadPost(EnrichedPost post, String document, String bodies) {
        @Override
        public String toString() {
            return "ReadPost[" + post + "]";
        }
    }

    public ReadPost post(byte[] value) throws BrokenContract {
        try {
            ObjectNode whole = object(value);
            EnrichedPost post = json.treeToValue(whole, EnrichedPost.class);
            ObjectNode bodies = json.createObjectNode();
            BODIES.forEach(name -> bodies.set(name, whole.remove(name)));
            return new ReadPost(post, write(whole), write(bodies));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** As text that PostgreSQL can hold: half a surrogate pair stays the escape it came as. */
    private String write(ObjectNode node) throws IOException {
        String text = json.writeValueAsString(node);
        return StorableText.of(text).equals(text) ? text : ascii.writeValueAsString(node);
    }

    public LedgerEntry ledgerEntry(byte[] value) throws BrokenContract {
        try {
            return json.treeToValue(object(value), LedgerEntry.class);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private ObjectNode object(byte[] value) throws IOException, BrokenContract {
        JsonNode node = json.readTree(value);
        if (node instanceof ObjectNode object) return object;
        throw new BrokenContract("the value is not a JSON object");
    }

    /** Names the place and the kind of fault; Jackson's own message would repeat what is written there. */
    private static BrokenContract broken(IOException e) {
        if (e instanceof ValueInstantiationException && e.getCause() instanceof IllegalArgumentException cause) {
            return new BrokenContract(cause.getMessage());
        }
        if (e instanceof JsonMappingException mapping) {
            return new BrokenContract(place(mapping) + " is not of its type");
        }
        if (e instanceof JsonProcessingException parse && parse.getLocation() != null) {
            return new BrokenContract(
                    "the value is not JSON, at byte " + parse.getLocation().getByteOffset());
        }
        return new BrokenContract("the value is not JSON");
    }

    private static String place(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        e.getPath().forEach(step -> pointer.append('/')
                .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName()));
        return pointer.isEmpty() ? "the value" : pointer.toString();
    }

    private static ObjectMapper strict() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new SimpleModule().addDeserializer(OffsetDateTime.class, new MomentReader()))
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                // Numbers come back with every digit they came with.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
        for (CoercionInputShape shape :
                List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        return mapper;
    }
}

package dev.postwire.local.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ContentReaderTest {
    private static final String DOCUMENT = "{\"id\":\"a\",\"tags\":[{\"slug\":\"s\",\"confidence\":0.50}],\"n\":1e2}";

    @Test
    void takesOneDocumentHoweverItIsWrittenForTheSame() {
        String other =
                "{ \"id\": \"\\u0061\", \"tags\": [ {\"slug\":\"s\", \"confidence\":0.5} ], \"text\":\"long\", \"n\":100 }";

        assertEquals(ContentReader.document(DOCUMENT), ContentReader.document(other));
    }

    @Test
    void tellsDocumentsApartThatDifferInOneFieldOrInWhereItStands() {
        long own = ContentReader.document(DOCUMENT);

        assertNotEquals(own, ContentReader.document(DOCUMENT.replace("\"s\"", "\"t\"")));
        assertNotEquals(own, ContentReader.document(DOCUMENT.replace("0.50", "\"0.50\"")));
        assertNotEquals(own, ContentReader.document(DOCUMENT.replace("[{", "[{},{")));
        assertNotEquals(own, ContentReader.document(DOCUMENT.replace("\"n\":1e2", "\"m\":1e2")));
    }

    @Test
    void givesWhatIsNoJsonANumberThatNoRecordHas() {
        assertEquals(PartitionLog.NONE, ContentReader.document("{\"id\":"));
    }
}

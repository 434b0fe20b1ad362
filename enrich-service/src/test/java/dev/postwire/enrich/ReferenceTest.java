package dev.postwire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.testing.Reference;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    @Test
    void listsEveryKeyWithItsDefault() {
        assertEquals(Reference.declared(EnrichConfig.class), Reference.listed("enrich"));
    }
}

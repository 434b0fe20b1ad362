package dev.postwire.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.testing.Reference;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    @Test
    void listsEveryKeyWithItsDefault() {
        assertEquals(Reference.declared(QueryConfig.class), Reference.listed("query"));
    }
}

package dev.postwire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.testing.ReadmeKeys;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void listsEveryKeyWithItsDefault() {
        assertEquals(ReadmeKeys.declared(EnrichConfig.class), ReadmeKeys.listed("enrich"));
    }
}

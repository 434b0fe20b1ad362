package dev.postwire.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.testing.ReadmeKeys;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void listsEveryKeyWithItsDefault() {
        assertEquals(ReadmeKeys.declared(IngestConfig.class), ReadmeKeys.listed("ingest"));
    }
}

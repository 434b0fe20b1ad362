package dev.postwire.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.platform.kafka.KafkaConfig;
import dev.postwire.platform.security.SecurityConfig;
import dev.postwire.testing.Reference;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    @Test
    void listsEveryKeyWithItsDefault() {
        assertEquals(Reference.declared(IngestConfig.class), Reference.listed("ingest"));
    }

    @Test
    void listsTheKeysThatAllServicesHave() {
        assertEquals(Reference.declared(KafkaConfig.class, SecurityConfig.class), Reference.listed("all"));
    }
}

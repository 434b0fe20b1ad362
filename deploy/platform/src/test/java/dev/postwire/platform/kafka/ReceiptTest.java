package dev.postwire.platform.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {
    @Test
    void readsWhatItWrites() {
        Receipt receipt = new Receipt(3, 1742);

        assertEquals("3-1742", receipt.toString());
        assertEquals(Optional.of(receipt), Receipt.parse("3-1742"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3-", "-3", "3--1", "3-x", " 3-1", "99999999999-1", "1-9999999999999999999"})
    void refusesAnythingElse(String text) {
        assertTrue(Receipt.parse(text).isEmpty());
    }
}

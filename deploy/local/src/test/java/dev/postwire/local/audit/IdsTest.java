package dev.postwire.local.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void givesEachIdOneNumberAndItBack() {
        Ids ids = new Ids();

        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 10_000; i++) assertEquals(i, ids.number("post-" + i));
        }

        assertEquals(10_000, ids.size());
        assertEquals("post-0", ids.id(0));
        assertEquals("post-9999", ids.id(9_999));
    }
}

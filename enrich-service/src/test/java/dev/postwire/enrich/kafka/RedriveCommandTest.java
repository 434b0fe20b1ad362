package dev.postwire.enrich.kafka;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.kafka.RedriveJob.Letter;
import dev.postwire.platform.kafka.Receipt;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RedriveCommandTest {
    private static final Letter LETTER = new Letter("post-1", new Receipt(3, 17), 4, 1, "not-text");

    @Test
    void choosesByIdReceiptReasonOrAll() {
        assertTrue(chosen("--all"));
        assertTrue(chosen("post-1"));
        assertTrue(chosen("other", "3-17"));
        assertTrue(chosen("--reason", "too-complex", "--reason", "not-text"));
        assertFalse(chosen("post-2"));
        assertFalse(chosen("--reason", "too-complex"));
        assertFalse(chosen("--reason", "too-complex", "post-1"), "both must hold");
    }

    @Test
    void wantsToBeToldWhich() {
        assertThrows(IllegalArgumentException.class, () -> RedriveCommand.wanted(List.of()));
        assertThrows(IllegalArgumentException.class, () -> RedriveCommand.wanted(List.of("--reason")));
        assertThrows(IllegalArgumentException.class, () -> RedriveCommand.wanted(List.of("--everything")));
    }

    private static boolean chosen(String... arguments) {
        Predicate<Letter> wanted = RedriveCommand.wanted(List.of(arguments));
        return wanted.test(LETTER);
    }
}

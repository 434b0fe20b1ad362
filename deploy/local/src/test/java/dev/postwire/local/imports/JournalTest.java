package dev.postwire.local.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.local.imports.Journal.Standing;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    private static Journal.Meeting meet(Journal journal, String identity, String content, long source) {
        return journal.meet(identity, new byte[0], content.getBytes(UTF_8), source, true);
    }

    private static Standing importing(Journal journal, String identity, String content) {
        Journal.Meeting meeting = meet(journal, identity, content, 1);
        if (meeting.standing() == Standing.NEW) journal.stored(meeting);
        return meeting.standing();
    }

    private Journal open() {
        return new Journal(folder.resolve("journal"));
    }

    @Test
    void knowsInALaterRunWhatWasStored() {
        try (Journal journal = open()) {
            assertEquals(Standing.NEW, importing(journal, "a", "one"));
            meet(journal, "sent", "but never stored", 1);
        }
        try (Journal journal = open()) {
            assertEquals(Standing.UNCHANGED, importing(journal, "a", "one"));
            assertEquals(Standing.NEW, importing(journal, "sent", "but never stored"));
            assertEquals(Standing.NEW, importing(journal, "b", "one"));
        }
        try (Journal journal = open()) {
            assertEquals(Standing.NEW, importing(journal, "a", "two"));
        }
    }

    @Test
    void findsEachVersionOfAPostThatComesSeveralTimesUnchanged() {
        for (Standing expected : new Standing[] {Standing.NEW, Standing.UNCHANGED, Standing.UNCHANGED}) {
            try (Journal journal = open()) {
                assertEquals(expected, importing(journal, "page", "morning"));
                assertEquals(expected, importing(journal, "page", "evening"));
            }
        }
    }

    @Test
    void sendsTheLaterVersionsAgainWhereAnEarlierOneChanged() {
        try (Journal journal = open()) {
            importing(journal, "page", "morning");
            importing(journal, "page", "evening");
        }
        try (Journal journal = open()) {
            assertEquals(Standing.NEW, importing(journal, "page", "noon"));
            assertEquals(Standing.NEW, importing(journal, "page", "evening"));
        }
    }

    @Test
    void tellsAPostOfAnotherSource() {
        try (Journal journal = open()) {
            importing(journal, "hello", "mine");

            assertEquals(Standing.OTHERS, meet(journal, "hello", "yours", 2).standing());
            assertEquals(1, meet(journal, "hello", "yours", 2).source());
        }
        try (Journal journal = open()) {
            assertEquals(Standing.UNCHANGED, meet(journal, "hello", "mine", 2).standing());
        }
    }

    @Test
    void keepsAllWhileItGrows() {
        int posts = 20_000;
        try (Journal journal = open()) {
            for (int i = 0; i < posts; i++) assertEquals(Standing.NEW, importing(journal, "post " + i, "content"));
        }
        try (Journal journal = open()) {
            for (int i = 0; i < posts; i++)
                assertEquals(Standing.UNCHANGED, importing(journal, "post " + i, "content"));
            assertEquals(Standing.NEW, importing(journal, "another", "content"));
        }
    }

    @Test
    void startsAnewWhereItsFileIsNone() throws Exception {
        Files.writeString(folder.resolve("journal"), "something else");

        try (Journal journal = open()) {
            assertEquals(Standing.NEW, importing(journal, "a", "one"));
        }
    }
}

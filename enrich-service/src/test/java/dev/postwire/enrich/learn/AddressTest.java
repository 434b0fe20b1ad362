package dev.postwire.enrich.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void readsFoldersAndTheDayOfAPath() {
        Address address = Address.of(Optional.of("https://blog.example/notes/2019/10/08/first.html"));

        assertEquals(List.of("notes", "2019"), address.folders());
        assertEquals(LocalDate.of(2019, 10, 8).toEpochDay(), address.day());
    }

    @Test
    void takesTheMiddleOfAYear() {
        assertEquals(
                LocalDate.of(2020, 7, 1).toEpochDay(),
                Address.of(Optional.of("https://a.example/2020/x")).day());
    }

    @Test
    void knowsNoDayWhereThereIsNone() {
        assertEquals(
                Reading.NO_DAY,
                Address.of(Optional.of("https://a.example/384515")).day());
        assertEquals(
                Reading.NO_DAY,
                Address.of(Optional.of("https://a.example/2019-77-01-x")).day());
        assertEquals(Reading.NO_DAY, Address.of(Optional.empty()).day());
        assertEquals(Reading.NO_DAY, Address.of(Optional.of("no address")).day());
    }
}

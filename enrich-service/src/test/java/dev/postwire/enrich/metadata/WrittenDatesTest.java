package dev.postwire.enrich.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Published on August 19, 2025 by us | 2025-08-19",
                "Aug. 3rd, 2021 | 2021-08-03",
                "19. August 2025 | 2025-08-19",
                "3 mars 2019 | 2019-03-03",
                "1er août 2020 | 2020-08-01",
                "5 de mayo de 2018 | 2018-05-05",
                "2025年8月19日 | 2025-08-19",
                "19.08.2025 | 2025-08-19",
                "8/19/2025 | 2025-08-19",
                "19/08/2025 | 2025-08-19",
                "2025-08-19T10:00 | 2025-08-19"
            })
    void readsDaysAsPeopleWriteThem(String text, String day) {
        assertEquals(Optional.of(LocalDate.parse(day)), WrittenDates.first(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Chapter 12, 2025 words",
                "version 1.2.2025b",
                "31 February 2020",
                "Room 12 3456",
                "May the 4th be"
            })
    void readsNothingElse(String text) {
        assertTrue(WrittenDates.first(text).isEmpty());
    }
}

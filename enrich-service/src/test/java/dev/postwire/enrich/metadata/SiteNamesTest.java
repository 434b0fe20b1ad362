package dev.postwire.enrich.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "On kites | Windworks; On kites",
                "On kites - Windworks; On kites",
                "Windworks: On kites; On kites",
                "On kites – the windworks; On kites",
                "风筝的历史_Windworks; 风筝的历史",
                "On kites - and on wind; On kites - and on wind",
                "Windworks; Windworks",
                "On kites | Windworks Forum; On kites"
            })
    void leavesTheNameOfTheSiteOut(String title, String rest) {
        SiteNames sites = new SiteNames();
        sites.add("Windworks");
        sites.add("The Windworks");
        sites.addHost("https://www.windworks.example/kites");

        assertEquals(rest, sites.without(title));
    }
}

package dev.postwire.enrich.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Organisations, events, software and places. */
class ThingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He joined Quarrel Inc. and left Brindle & Vane Ltd last year. | Quarrel Inc; Brindle & Vane Ltd",
                "The Larkmoor Foundation gave money. | Larkmoor Foundation",
                "She studied at the University of Ostermark and the Vesterlund Institute. | University of Ostermark; Vesterlund Institute",
                "The Department of Roads and Bridges said no. | Department of Roads and Bridges",
                "The Centre for Tidal Research is new. | Centre for Tidal Research",
                "Ida works at Plinthware now, Ole is the founder of Murmuration. | Plinthware; Murmuration",
                "The Foundation and our Company met the Team. Contact Our Office. |",
                "Join the Mailing List and the News. |",
            })
    void findsOrganisations(String text, String names) {
        assertEquals(Posts.list(names), Posts.names(text, EntityType.ORGANIZATION));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I was at LarchConf 2019 and at LarchConf 2020. | LarchConf 2019; LarchConf 2020",
                "We went to LarchConf 2019. At LarchConf it rained. | LarchConf 2019",
                "Between LarchCon UK and two LarchConDEs I slept. | LarchCon UK; LarchConDE",
                "See you at Quiet Harbour Days or the Larch Conference. | Quiet Harbour Days; Larch Conference",
                "The 5th Annual Brackenridge Festival starts soon. | Brackenridge Festival",
                "I saw them at KVOSK 2017 first. | KVOSK 2017",
                "The Conference begins. My First Conference was in May 2014. Silicon and Falcon. |",
                "In June 2014 and Summer 2015 nothing happened. |",
            })
    void findsEvents(String text, String names) {
        assertEquals(Posts.list(names), Posts.names(text, EntityType.EVENT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We use the Quibblet library with Murkle 3.1.4 now. | Quibblet; Murkle",
                "Frameworks such as Zorbly, the Quennel and Trask are stable. | Zorbly; Quennel; Trask",
                "First `pip install snorkelwort` and go. | snorkelwort",
                "They showed their [Crimson](https://github.com/acme/crimson) tool. | Crimson",
                "It is [grobble-py](https://pypi.org/project/grobble_py/). | grobble-py",
                "There is a framework called Wibbly. | Wibbly",
                "Murkle 1.32 lbs, Quibblet 4.5% and Zorbly 2.0 inches; Серія 1.8 and バージョンQuennel 1.9.1 |",
                "`brew install acme/main/gronk` |",
                "Fixed in [r48098](https://github.com/acme/r48098). |",
                "See Section 3.1 and Version 2.0 of the public library, about 4.5 of it. |",
                "They rebuilt the [site](https://github.com/acme/website) of the Public Library. |",
                "Read [the docs](https://github.com/features/actions) of the web framework. |",
            })
    void findsSoftware(String text, String names) {
        assertEquals(Posts.list(names), Posts.names(text, EntityType.SOFTWARE));
    }

    @Test
    void findsPlacesByTheirKindAndBesideKnownOnes() {
        FoundEntities found = Posts.found(
                "en", "", "From Brindleford, Canada we drove along the Merrow River to Lake Ostrand.", List.of(), true);

        assertEquals(
                List.of("Brindleford", "Canada", "Merrow River", "Lake Ostrand"), Posts.names(found, EntityType.PLACE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We stayed in Rhode Island for a week. | Rhode Island",
                "The clinic is at 383 Montana St., Suite 201. |",
                "The office is in Canada Street now. |",
                "Learn more at Johnson & Wales Online. |",
                "It rains in England & Wales. | England; Wales",
                "Diana, Princess of Wales, was there. |",
                "A glorious Clematis montana in April. |",
            })
    void knowsPlacesFromWhatBearsTheirNames(String text, String names) {
        assertEquals(Posts.list(names), Posts.names(Posts.found("en", "", text, List.of(), true), EntityType.PLACE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "They place C-suite people. |",
                "Then run hugo serve `-D` and `yarn add -D it`. |",
                "All others get LESS stars than on our list. |",
            })
    void knowsSoftwareFromWhatIsWrittenLikeIt(String text, String names) {
        List<String> found = Posts.names(Posts.found("en", "", text, List.of(), true), EntityType.SOFTWARE);

        assertEquals(
                Posts.list(names),
                found.stream().filter(name -> !name.equals("Hugo")).toList());
    }

    @Test
    void endsNamesAtTheEndOfACell() {
        FoundEntities found = Posts.found("Jellybrook\tMedia server\nQuarrel\tMedia group");

        assertEquals(List.of(), Posts.names(found, EntityType.ORGANIZATION));
    }

    @Test
    void takesTheYearOfAnEventFromTheTitle() {
        FoundEntities found = Posts.found("en", "LarchConf 2016", "I was at LarchConf again.", List.of(), false);

        assertEquals(List.of("LarchConf 2016"), Posts.names(found, EntityType.EVENT));
        assertEquals(List.of("LarchConf"), Posts.quotes(found, "LarchConf 2016"));
    }

    @Test
    void knowsAnOrganisationAgainByItsAcronym() {
        FoundEntities found =
                Posts.found("The Quill Makers Foundation (QMF) grows. QMF members pay. The QMF's board met.");

        assertEquals(
                List.of("Quill Makers Foundation", "QMF", "QMF", "QMF"),
                Posts.quotes(found, "Quill Makers Foundation"));
    }

    @Test
    void tellsMajorVersionsApartAndOtherVersionsNot() {
        FoundEntities found = Posts.found(
                "en",
                "",
                "I moved from Python 2 to Python 3, and Python is fine. Django 1.7 is a Django release.",
                List.of(),
                true);

        assertEquals(List.of("Python 2", "Python 3", "Python", "Django"), Posts.names(found, EntityType.SOFTWARE));
        assertEquals(List.of("Django 1.7", "Django"), Posts.quotes(found, "Django"));
    }

    @Test
    void writesAPlaceAsTheTextDoes() {
        FoundEntities found = Posts.found("en", "", "The venue was in Montreal, Canada.", List.of(), true);

        assertEquals(List.of("Montreal", "Canada"), Posts.names(found, EntityType.PLACE));
    }

    @Test
    void callsAThingByItsOwnNameThatOnlySpeaksOfAnother() {
        FoundEntities found = Posts.found(
                "en", "", "EuroSciPy 2020 was short. I use an ad blocker, and people gawk at it.", List.of(), true);

        assertEquals(List.of("EuroSciPy 2020"), Posts.names(found, EntityType.EVENT));
        assertEquals(List.of(), Posts.names(found, EntityType.SOFTWARE));
    }

    @Test
    void takesNoneButSoftwareFromCode() {
        FoundEntities found = Posts.found(
                "en", "", "Try this:\n\n`print(\"Paris, Le Monde, Python\")`\n\nand that is all.", List.of(), true);

        assertEquals(List.of(), Posts.names(found, EntityType.PLACE));
        assertEquals(List.of(), Posts.names(found, EntityType.ORGANIZATION));
    }

    @Test
    void takesNoInitialForALanguageBecauseItIsNamedElsewhere() {
        FoundEntities found = Posts.found(
                "en",
                "",
                "GCC and Clang compile C, C++ and Fortran on Linux. Thanks to Francis C. and Ida.",
                List.of(),
                true);

        assertEquals(List.of("C"), Posts.quotes(found, "C"));
    }

    @Test
    void takesTheLongestNameThatStandsThere() {
        FoundEntities found = Posts.found("en", "", "The Python Software Foundation pays for it.", List.of(), true);

        assertEquals(1, found.entities().size());
        assertEquals("Python Software Foundation", found.entities().get(0).name());
    }
}

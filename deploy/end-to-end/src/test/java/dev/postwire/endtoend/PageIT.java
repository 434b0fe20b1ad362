package dev.postwire.endtoend;

import static dev.postwire.endtoend.browser.Page.quoted;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postwire.endtoend.browser.Chromium;
import dev.postwire.endtoend.browser.Page;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The web page in a real browser on a whole stand; skipped where the machine has no Chromium. */
@ExtendWith(SharedStand.class)
@Order(SharedStand.PAGE)
class PageIT {
    private static final String LIT = "[...document.querySelector('.host').shadowRoot.querySelectorAll('mark.lit')]";

    @TempDir
    static Path folder;

    private static Chromium browser;
    private static String conference;

    private final Stand stand;
    private Page page;

    PageIT(Stand stand) {
        this.stand = stand;
    }

    @BeforeAll
    static void up(Stand stand) throws Exception {
        assumeTrue(Chromium.program().isPresent(), "there is no chromium on this machine");
        browser = Chromium.start(Chromium.program().get(), folder);
        Client client = new Client(stand);
        for (String sample : List.of("static-site-move.md", "conference-notes.md")) {
            byte[] body = Files.readAllBytes(stand.root().resolve("deploy/samples/" + sample));
            Client.Answer taken = client.post("text/markdown", body);
            client.settled(taken.text("receipt"));
            conference = taken.text("id");
        }
        client.settled(client.post("text/plain", new byte[512]).text("receipt"));
    }

    @AfterAll
    static void down() throws Exception {
        if (browser != null) browser.close();
    }

    @BeforeEach
    void open() throws Exception {
        page = new Page(browser);
        page.look(1300, 1000, false);
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void findsAPostAndLightsUpWhatATagRestsOn() throws Exception {
        page.open(stand.address("query") + "/?q=conf+pipeline");
        page.awaitText("#posts h2", "Three days at Meridian Conf");
        assertEquals(
                0,
                page.value("document.querySelector('#key').getClientRects().length")
                        .asInt(),
                "no key is asked for, so none is asked about");
        assertTrue(page.value("document.querySelectorAll('#posts mark').length").asInt() > 0);
        page.click("#posts h2 a");
        page.await("document.querySelector('.evidence button')");
        JsonNode tag = tagInTheText();
        page.value("[...document.querySelectorAll('.evidence button')].find(one => one.innerText.startsWith("
                + quoted(tag.path("label").asText()) + ")).click()");
        String quote = tag.path("evidence").get(0).path("quote").asText();
        assertEquals(quote, page.value(LIT + "[0].textContent").asText());
        page.press("Escape", 27);
        page.await(LIT + ".length === 0");
        assertEquals(List.of(), page.complaints());
    }

    /** The first tag or name of the post that rests on a place in its text. */
    private JsonNode tagInTheText() throws Exception {
        JsonNode post = new Client(stand).get("/v1/posts/" + conference).json();
        for (JsonNode tag : post.path("tags")) {
            if (tag.path("evidence").get(0).has("start")) return tag;
        }
        JsonNode entity = post.path("entities").get(0);
        return ((com.fasterxml.jackson.databind.node.ObjectNode) entity.deepCopy())
                .put("label", entity.path("name").asText())
                .set("evidence", entity.path("mentions"));
    }

    @Test
    void narrowsDownByAFacetAndByTheTimelineFromTheKeyboard() {
        page.open(stand.address("query") + "/");
        page.await("document.querySelectorAll('#bars .bar').length > 1");
        page.value("document.querySelector('#bars .bar').focus()");
        page.press("End", 35);
        page.press("Enter", 13);
        page.await("location.search.includes('from=20')");
        page.awaitText("#state", " post");
        page.click("#filters a");
        page.click("#facet-lists a");
        page.await("document.querySelectorAll('#filters a').length > 0");
    }

    @Test
    void triesAPostThenSubmitsItAndSeesItArrive() {
        page.open(stand.address("query") + "/");
        page.await("document.querySelector('#live-light').dataset.state === 'on'");
        page.click("#views [data-view=trying]");
        page.value("document.querySelector('#body').value = "
                + quoted("# A quiet harbour\n\nWritten in Python, by hand.\n")
                + "; document.querySelector('#body').dispatchEvent(new Event('input'))");
        page.click("#preview");
        page.await("document.querySelectorAll('.trace > li').length > 5");
        assertEquals("A quiet harbour", page.text("#tried .title"));
        page.click("#submit");
        page.awaitText(".steps li", "Searches find it");
        page.click("#views [data-view=results]");
        page.awaitText("#live li", "A quiet harbour");
        page.awaitText("#posts h2", "A quiet harbour");
        assertEquals(List.of(), page.complaints());
    }

    /** A browser opens six connections to one host, and a stream keeps one as long as it lasts. */
    @Test
    void leavesConnectionsToManyWindowsThatFollow() throws Exception {
        List<Page> windows = new ArrayList<>();
        try {
            for (int i = 0; i < 7; i++) {
                Page window = new Page(browser);
                windows.add(window);
                window.open(stand.address("query") + "/?q=conf");
                window.awaitText("#posts h2", "Three days at Meridian Conf");
            }
            Page last = windows.get(windows.size() - 1);
            last.awaitText("#live-state", "Enough windows follow already");
            while (windows.size() > 1) windows.remove(0).close();
            last.await("document.querySelector('#live-light').dataset.state === 'on'");
        } finally {
            windows.forEach(Page::close);
        }
    }

    @Test
    void followsWhileSomebodyLooksAndMissesNothing() throws Exception {
        page.open(stand.address("query") + "/");
        page.await("document.querySelector('#live-light').dataset.state === 'on'");

        // Others may follow this stand as well.
        long following = Metrics.of(stand).sum("postwire_query_streams");
        page.value(turned(true));
        await().until(() -> Metrics.of(stand).sum("postwire_query_streams") < following);
        Client client = new Client(stand);
        byte[] post = "# While nobody looked\n\nA ferry came in.\n".getBytes(StandardCharsets.UTF_8);
        client.settled(client.post("text/markdown", post).text("receipt"));
        page.value(turned(false));

        page.awaitText("#live li", "While nobody looked");
    }

    /** As a browser tells a page that another tab is in front of it, or no longer. */
    private static String turned(boolean away) {
        return "Object.defineProperty(document, 'hidden', {value: " + away + ", configurable: true});"
                + "document.dispatchEvent(new Event('visibilitychange'))";
    }

    @Test
    void sayingThatNothingAnswersShowsTheWayOut() {
        page.open(stand.address("query") + "/?q=conf&tag=nothing-has-it");
        page.awaitText("#state", "No post answers this.");
        page.click("#state a");
        page.awaitText("#posts h2", "Three days at Meridian Conf");
    }

    @Test
    void showsWhatWasRejectedAndTriesItAgain() {
        page.open(stand.address("query") + "/?view=pipeline");
        page.await("document.querySelectorAll('.station .good').length === 3");
        page.awaitText(".letter h3", "not-text");
        page.click(".letter button");
        page.awaitText(".letter .said", "Rejected again: not-text");
    }

    /** Of the same machine, so of one site with us: only the whole origin tells it apart. */
    @Test
    void noPageOfAnotherOriginWrites() throws Exception {
        page.open(stand.address("enrich") + "/q/health/live");
        page.value("fetch(" + quoted(stand.address("ingest") + "/v1/posts")
                + ", {method: 'POST', mode: 'no-cors', body: 'written by a stranger'}).then(() => 1)");
        assertEquals(1, Metrics.of(stand).sum("postwire_http_refused_total", "reason=\"cross-site\""));
    }

    @Test
    void canBeUsedByEverybodyInLightAndDarkOnSmallAndLargeScreens() throws Exception {
        for (String view : List.of("/?q=conf", "/?post=" + conference, "/?view=pipeline", "/?view=try")) {
            for (boolean small : List.of(true, false)) {
                page.look(small ? 360 : 1300, 900, small);
                page.open(stand.address("query") + view);
                page.await("document.querySelector('.post, .evidence, .station, #body').getClientRects().length > 0");
                String over = "document.documentElement.scrollWidth - innerWidth";
                assertTrue(page.value(over).asInt() <= 0, view + " is wider than the screen");
                assertEquals("", faults(), view + (small ? " small and dark" : " large and light"));
            }
        }
    }

    /** What the rules of WCAG 2.2 AA that a machine can check find wrong. */
    private String faults() throws Exception {
        try (InputStream rules = PageIT.class.getResourceAsStream("/axe.min.js")) {
            page.value(new String(rules.readAllBytes(), StandardCharsets.UTF_8) + ";1");
        }
        return page.value("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
                        + ".then(found => found.violations.map(one => one.id + ' ' + one.nodes[0].html).join('\\n'))")
                .asText();
    }
}

package dev.postwire.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.security.Admission.Decision;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Access.Need NOTHING = new Access.Need.Nothing();
    private static final Access.Need PUBLISHING = new Access.Need.Of(Role.PUBLISHER);
    private static final Access.Need READING = new Access.Need.Of(Role.READER);

    private final Keys keys = new Keys();

    @Test
    void letsTheOwnerOfAKeyDoWhatItIsFor() {
        Token token = keys.issue("blog.", Role.PUBLISHER);
        Decision decision = shut().decide(PUBLISHING, "Bearer " + token.text(), false);
        Caller caller = assertInstanceOf(Decision.Admitted.class, decision).caller();
        assertEquals(new Caller("somebody", Set.of(Role.PUBLISHER), "blog."), caller);
    }

    @Test
    void letsAnOperatorDoEverything() {
        String header = "bearer " + keys.issue("", Role.OPERATOR).text();
        for (Role role : Role.values()) {
            assertInstanceOf(Decision.Admitted.class, shut().decide(new Access.Need.Of(role), header, false));
        }
    }

    @Test
    void turnsAwayWhoHasNoKeyWhereOneIsNeeded() {
        assertRefused(ProblemCode.UNAUTHENTICATED, shut().decide(READING, null, false));
        assertRefused(ProblemCode.UNAUTHENTICATED, shut().decide(READING, "Basic eDp5", false));
        assertEquals(
                "",
                assertInstanceOf(Decision.Admitted.class, shut().decide(NOTHING, null, false))
                        .caller()
                        .name());
    }

    @Test
    void turnsAwayEveryKeyThatIsNotInForceEvenWhereNoneIsNeeded() {
        Token good = keys.issue("", Role.READER);
        for (String bad : new String[] {
            keys.expired().text(),
            keys.revoked().text(),
            Token.random().text(),
            new Token(good.id(), Token.random().secret()).text(),
            good.text() + "x",
            "pw_",
            ""
        }) {
            for (Admission admission : new Admission[] {open(), shut()}) {
                Decision decision = admission.decide(READING, "Bearer " + bad, false);
                assertRefused(ProblemCode.UNAUTHENTICATED, decision);
                assertTrue(((Decision.Refused) decision).challenge().contains("error=\"invalid_token\""));
            }
        }
    }

    @Test
    void holdsAKeyToItsRolesEvenWhereNoneIsNeeded() {
        String reader = "Bearer " + keys.issue("", Role.READER).text();
        assertRefused(ProblemCode.FORBIDDEN, open().decide(PUBLISHING, reader, false));
        assertRefused(ProblemCode.FORBIDDEN, shut().decide(new Access.Need.Of(Role.OPERATOR), reader, false));
    }

    @Test
    void letsEverybodyInWhereItIsOpenButNoForeignPage() {
        assertEquals(new Decision.Admitted(Caller.ANYONE), open().decide(PUBLISHING, null, false));
        assertRefused(ProblemCode.CROSS_SITE, open().decide(PUBLISHING, null, true));
    }

    @Test
    void saysThatItDoesNotKnowYetWhileTheKeysAreUnread() {
        Admission early = new Admission(new KeyRing(), true, Clock.systemUTC());
        String header = "Bearer " + Token.random().text();
        assertRefused(ProblemCode.BROKER_UNAVAILABLE, early.decide(READING, header, false));
    }

    private static void assertRefused(ProblemCode code, Decision decision) {
        Decision.Refused refused = assertInstanceOf(Decision.Refused.class, decision);
        assertEquals(code, refused.problem().kind());
        assertEquals(
                code == ProblemCode.UNAUTHENTICATED || code == ProblemCode.FORBIDDEN,
                refused.challenge().startsWith("Bearer "));
    }

    private Admission open() {
        return new Admission(keys.ring(), false, Clock.fixed(Keys.NOW, ZoneOffset.UTC));
    }

    private Admission shut() {
        return new Admission(keys.ring(), true, Clock.fixed(Keys.NOW, ZoneOffset.UTC));
    }
}

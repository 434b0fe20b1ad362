package dev.postwire.enrich.entity;

/** Words around the names of people, in the languages that our readers' posts are mostly written in. Without accents. */
final class PersonCues {
    /** Before a name, a surname alone included. */
    static final WordList HONORIFICS = WordList.of("""
            bundeskanzler captain congressman congresswoman dame doktor dr frau gov governor herr herrn judge
            kanzler kanzlerin lady lord madame minister miss mme monsieur mr mrs ms mx prasident prasidentin
            prof professor rep rev reverend sen senator senor senora signor signora sir""");

    /** Before a whole name, or after it and a comma. */
    static final WordList ROLES = WordList.of("""
            actor actress administrator analyst architect artist author autor autoren autorin biologist blogger
            boss brother buddy cartoonist ceo cfo chair chairman chairwoman chef chefredakteur cio co-founder
            coach cofounder colleague columnist comedian commissioner composer consultant coordinator counsel
            coworker creator cto curator daughter designer developer director drummer economist editor engineer
            entrepreneur entwickler evangelist expert father fellow filmmaker founder friend grunder guitarist
            hacker historian host husband inventor journalist journalistin keynote lawyer lead leader maintainer
            manager mathematician mayor moderator mother musician novelist officer owner painter pal philosopher
            photographer physicist pianist player poet politician presenter president producer professor
            programmer psychologist regisseur reporter researcher sanger sangerin schriftsteller
            schriftstellerin scientist secretary singer sister sociologist son songwriter speaker spokesman
            spokesperson spokeswoman strategist student superintendent teacher teammate translator wife writer""");

    /** After a name: what people do and things do not, or hardly. */
    static final WordList DEEDS = WordList.of("""
            announced argued argues asked asks believed believes blogged claimed claims demoed demonstrated dice
            died dijo directed discussed discusses dit ecrit erklart erklarte erzahlt escribe explained explains
            gave herself himself interviewed introduced joined joked laughed married meint meinte mentioned
            mentions noted notes played plays pointed posted presented presents recalled recalls replied
            responded sagt sagte said sang says schreibt schrieb showed sings speaks spoke starred stars
            suggested suggests talked talks tells thinks thought told tweeted who writes wrote""");

    /** What somebody's is: {@code X's talk}. */
    static final WordList WORKS = WordList.of("""
            article articles biography birthday blog book books brother column daughter death entry essay essays
            face father husband keynote keynotes lecture memoir mother newsletter novel novels paper podcast
            post posts presentation session sister slides son song songs speech talk talks tutorial tweet voice
            weblog wife workshop""");

    /** What is given by somebody or held with somebody. */
    static final WordList MEETINGS = WordList.of("""
            along chat chatted chatting conversation dinner directed email interview interviewed interviews
            keynote keynotes lecture lunch mail presentation session slides spoke starring talk talked talking
            talks together worked working workshop""");

    static final WordList BY = WordList.of("af av by door par por przez von");

    static final WordList AND = WordList.of("and e en et i och og or und y");

    /** Before a name, where people are met and thanked. */
    static final WordList MET = WordList.of("""
            aka alias called cc congrats danke dear feat featuring follow ft gracias hired interviewing kudos
            like married meeting merci met named per props quotes quoting rip starring thank thanks thx via""");

    /** Inside a name, written small. */
    static final WordList PARTICLES = WordList.of("""
            af al av ben bin da dal das de del della den der des di do dos du el ibn la le lo t ten ter van von
            zu""");

    /** Between which a name is no name but that of a thing. */
    static final WordList ARTICLES = WordList.of("""
            a am an any das dem den der die each ein eine einen einer every her his im my no our that the these
            this your zum zur""");

    /** With one of them in it, it is called after somebody, but is nobody. */
    static final WordList THINGS = WordList.of("""
            academy act administration agency airlines airport airways akademie algorithm allee alliance arena
            association authority avenue award awards band bank beach board book bridge bros brothers bureau
            camp capital cathedral celebration center centre championship chronicles church city coast
            collection college commission committee company con conf conference conferences congress corp
            corporation council county cup day days department disease division edition effect expo family
            federation fellowship festival foundation framework gallery gasse gesellschaft gmbh group hackathon
            hall hospital hotel house inc institut institute island islands journal kingdom lake league library
            llc ltd magazine medal meetup memorial method ministry model mountain mountains movie museum news
            office orchestra organisation organization palace partners pictures platz plaza preis press prize
            program programme project quartet records republic review river road room scholarship school schule
            series server service services show sisters society software sprint sprints square stadium state
            states station stiftung strasse street studio studios summit symposium syndrome team theater theatre
            theorem theory times tool tower town trilogy trio trophy union universitat university valley
            ventures verein verlag village weg""");

    /** Surnames that places end with: {@code Stanley Park}. */
    static final WordList PLACES =
            WordList.of("field fields forest garden gardens hall hill hills lane park wood woods");

    private PersonCues() {}
}

package dev.postwire.enrich;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The steps are pure Java; technology knows them, never the other way round. */
@AnalyzeClasses(
        packages = {"dev.postwire.enrich", "dev.postwire.platform"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] PURE = {
        "..enrich.post..",
        "..enrich.read..",
        "..enrich.extract..",
        "..enrich.metadata..",
        "..enrich.sanitise..",
        "..enrich.render..",
        "..enrich.language..",
        "..enrich.tag..",
        "..enrich.fingerprint..",
        "..enrich.tree..",
        "..enrich.blocks..",
        "..enrich.word..",
        "..enrich.vocabulary..",
        "..enrich.phrase..",
        "..enrich.entity..",
        "..enrich.learn..",
        "..enrich.trees.."
    };

    @ArchTest
    static final ArchRule STEPS_ARE_PURE = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..", "io.quarkus..", "io.smallrye..", "org.apache.kafka..", "dev.postwire.platform..");

    @ArchTest
    static final ArchRule STEPS_DO_NOT_KNOW_THE_ADAPTERS = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..enrich.kafka..", "..enrich.http..");

    @ArchTest
    static final ArchRule A_POST_KNOWS_NO_STEP = classes()
            .that()
            .resideInAPackage("..enrich.post..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..enrich.post..", "java..", "com.fasterxml.jackson.annotation..");

    /** Nothing is ever fetched: no address that somebody writes into a post can make a service call it. */
    @ArchTest
    static final ArchRule NOTHING_IS_EVER_FETCHED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..",
                    "org.apache.http..",
                    "okhttp3..",
                    "io.vertx.core.http.impl..",
                    "io.vertx.ext.web.client..",
                    "jakarta.ws.rs.client..",
                    "org.eclipse.microprofile.rest.client..",
                    "org.jboss.resteasy.reactive.client..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.net\\.(URL|.*URLConnection|Socket|SocketFactory|DatagramSocket)|io\\.vertx\\.core\\.http\\.HttpClient.*|org\\.jsoup\\.Connection.*|javax\\.net\\..*");
}

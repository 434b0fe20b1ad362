package dev.postwire.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What a submission is does not depend on how it comes in or where it goes. */
@AnalyzeClasses(
        packages = {"dev.postwire.ingest", "dev.postwire.platform"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class InwardImportsTest {
    @ArchTest
    static final ArchRule postIsPure = noClasses()
            .that()
            .resideInAnyPackage("..ingest.post..", "..ingest.format..", "..ingest.feed..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..",
                    "io.quarkus..",
                    "io.vertx..",
                    "org.apache.kafka..",
                    "org.eclipse.microprofile..",
                    "dev.postwire.platform..",
                    "dev.postwire.ingest.http..",
                    "dev.postwire.ingest.kafka..",
                    "dev.postwire.ingest.ops..");

    @ArchTest
    static final ArchRule kafkaKnowsNothingOfHttp = noClasses()
            .that()
            .resideInAPackage("..ingest.kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws..", "io.vertx..", "dev.postwire.ingest.http..");

    /** Nothing is ever fetched: no address that somebody writes into a post can make a service call it. */
    @ArchTest
    static final ArchRule nothingIsEverFetched = noClasses()
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

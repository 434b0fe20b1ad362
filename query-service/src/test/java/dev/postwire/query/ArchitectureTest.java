package dev.postwire.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Feature packages are plain Java; technology stands around them and is imported by nobody inside. */
@AnalyzeClasses(
        packages = {"dev.postwire.query", "dev.postwire.platform"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] PURE = {
        "..query.post..",
        "..query.change..",
        "..query.receipt..",
        "..query.search..",
        "..query.analysis..",
        "..query.story..",
        "..query.follow..",
        "..query.page..",
        "..query.feed..",
        "..query.revision.."
    };

    @ArchTest
    static final ArchRule FEATURES_KNOW_NO_TECHNOLOGY = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "io.smallrye..", "org.apache.kafka..", "java.sql..");

    @ArchTest
    static final ArchRule FEATURES_IMPORT_INWARDS_ONLY = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..query.http..", "..query.kafka..", "..query.store..", "..query.ops..", "..query.index..");

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_NEITHER_KAFKA_NOR_HTTP = noClasses()
            .that()
            .resideInAPackage("..query.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "jakarta.ws.rs..", "..query.http..", "..query.kafka..");

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

package dev.postwire.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What a submission is does not depend on how it comes in or where it goes. */
@AnalyzeClasses(packages = "dev.postwire.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
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
}

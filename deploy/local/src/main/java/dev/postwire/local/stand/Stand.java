package dev.postwire.local.stand;

import dev.postwire.local.kafka.KafkaPart;
import dev.postwire.local.part.Part;
import dev.postwire.local.postgres.PostgresPart;
import dev.postwire.local.service.ServicePart;
import dev.postwire.local.service.ServicePart.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The five parts of a stand, and in which order they are stopped. */
public final class Stand {
    private static final String INSTANCE = "postwire.kafka.instance";
    private static final String NAME = "stand";
    private static final String WRITERS = "postwire.security.write-origins";

    private Stand() {}

    /**
     * The parts in the order in which they are stopped, those of one list at once: first who uses, then what is used.
     *
     * @param root of the source tree, where the services have been built
     */
    public static List<List<Part>> parts(Path root, StandFolder folder, Ports ports) {
        PostgresPart postgres = new PostgresPart(folder.postgres(), folder.log("postgres"), ports.get("postgres"));
        KafkaPart kafka =
                new KafkaPart(folder.kafka(), folder.log("kafka"), ports.get("kafka"), ports.get("kafka-controller"));
        List<Part> services = new ArrayList<>();
        for (String name : List.of("ingest", "enrich", "query")) {
            Program program = new Program(
                    name,
                    root.resolve(name + "-service/target/quarkus-app/quarkus-run.jar"),
                    Jvm.options(name, folder.cache()));
            services.add(new ServicePart(
                    program,
                    folder.log(name),
                    ports.get(name),
                    () -> properties(name, kafka, postgres, ports, folder)));
        }
        return List.of(services, List.of(kafka), List.of(postgres));
    }

    /** By name and by address, for people type either; its page posts and tries posts. */
    private static String pages(Ports ports) {
        int query = ports.get("query").number();
        return "http://127.0.0.1:" + query + ",http://localhost:" + query;
    }

    private static String address(Ports ports, String service) {
        return "http://127.0.0.1:" + ports.get(service).number();
    }

    /** With a lasting name a service that was killed has its partitions back as soon as it is up, and its open transaction ended. */
    private static Map<String, String> properties(
            String service, KafkaPart kafka, PostgresPart postgres, Ports ports, StandFolder folder) {
        if (service.equals("ingest")) {
            return Map.of(
                    "kafka.bootstrap.servers",
                    kafka.bootstrapServers(),
                    "postwire.query-url",
                    address(ports, "query"),
                    WRITERS,
                    pages(ports));
        }
        if (!service.equals("query")) {
            return Map.of("kafka.bootstrap.servers", kafka.bootstrapServers(), INSTANCE, NAME, WRITERS, pages(ports));
        }
        return Map.of(
                "postwire.ingest-url",
                address(ports, "ingest"),
                "postwire.enrich-url",
                address(ports, "enrich"),
                "postwire.index.folder",
                folder.index().toString(),
                INSTANCE,
                NAME,
                "kafka.bootstrap.servers",
                kafka.bootstrapServers(),
                "quarkus.datasource.jdbc.url",
                postgres.jdbcUrl(),
                "quarkus.datasource.username",
                postgres.user(),
                "quarkus.datasource.password",
                postgres.password());
    }
}

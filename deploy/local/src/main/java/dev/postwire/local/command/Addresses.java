package dev.postwire.local.command;

import dev.postwire.local.stand.StandFolder;
import java.io.PrintWriter;
import java.util.Map;

/** Tells where to reach what runs. */
final class Addresses {
    private Addresses() {}

    static void print(Map<String, Integer> ports, StandFolder folder, PrintWriter out) {
        Table table = Table.whole();
        table.row("post to", http(ports, "ingest") + "/v1/posts");
        table.row("read from", http(ports, "query") + "/v1/posts");
        table.row("preview at", http(ports, "enrich") + "/v1/preview");
        table.row("Kafka", "127.0.0.1:" + ports.get("kafka"));
        table.row("PostgreSQL", "jdbc:postgresql://127.0.0.1:" + ports.get("postgres") + "/postwire");
        table.row("", "user postwire, password in " + folder.postgres().resolve("password"));
        table.row("data, logs", folder.root().toString());
        out.print(table);
    }

    private static String http(Map<String, Integer> ports, String service) {
        return "http://127.0.0.1:" + ports.get(service);
    }
}

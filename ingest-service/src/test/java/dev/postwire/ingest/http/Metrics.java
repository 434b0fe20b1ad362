package dev.postwire.ingest.http;

/** The counts at /q/metrics at one moment. */
record Metrics(double received, double sent, double discarded, double inFlight) {
    static Metrics of(Api api) {
        String text = api.get("/q/metrics").body();
        return new Metrics(
                sum(text, "postwire_ingest_received_total"),
                sum(text, "postwire_ingest_sent_total"),
                sum(text, "postwire_ingest_discarded_total"),
                sum(text, "postwire_ingest_in_flight_bytes"));
    }

    static double discarded(Api api, String reason) {
        return sum(api.get("/q/metrics").body(), "postwire_ingest_discarded_total{reason=\"" + reason + "\"}");
    }

    private static double sum(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                // Where traces are on, a trace may stand behind the value.
                .map(line -> line.replaceFirst(" # .*", ""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}

package dev.postwire.bench.intake;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;

/** The least an endpoint can do with a body: reads it, drops it, and answers as the intake does. What the intake is held to. */
public final class DropServer {
    private static final String ANSWER = "{\"id\":\"4sxpzggyohv2ickvqokbfjbeid7p3nh7\",\"receipt\":\"3-1742\"}";

    private DropServer() {}

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        Vertx vertx = Vertx.vertx();
        int loops = Runtime.getRuntime().availableProcessors();
        // One server an event loop, all on one port, as Quarkus has it.
        for (int loop = 0; loop < loops; loop++) {
            vertx.deployVerticle(new io.vertx.core.AbstractVerticle() {
                @Override
                public void start() {
                    getVertx()
                            .createHttpServer(
                                    new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                            .requestHandler(request -> request.end(ended -> request.response()
                                    .setStatusCode(request.method().name().equals("GET") ? 200 : 202)
                                    .putHeader("Content-Type", "application/json")
                                    .end(ANSWER)))
                            .listen();
                }
            });
        }
    }
}

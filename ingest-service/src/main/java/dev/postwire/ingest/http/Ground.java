package dev.postwire.ingest.http;

import dev.postwire.ingest.post.Namespace;
import dev.postwire.ingest.post.PostId;
import dev.postwire.ingest.post.Verdict;
import dev.postwire.platform.security.Caller;
import io.vertx.ext.web.RoutingContext;

/** Where the one who calls may write. */
final class Ground {
    private Ground() {}

    static Namespace of(RoutingContext call) {
        return new Namespace(Caller.of(call).namespace());
    }

    /** The id, if the caller may write it; else a problem is thrown. */
    static PostId owned(RoutingContext call, PostId id) {
        Namespace namespace = of(call);
        if (!namespace.holds(id)) throw Refusals.of(new Verdict.OutsideNamespace(namespace.prefix()));
        return id;
    }
}

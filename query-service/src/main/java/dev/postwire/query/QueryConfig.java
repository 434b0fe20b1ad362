package dev.postwire.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What an operator may set of this service. Addresses and credentials are Quarkus's and Kafka's own keys. */
@ConfigMapping(prefix = "postwire")
public interface QueryConfig {
    /** Where browsers reach the intake, for the web page to submit posts; absent: it doesn't. */
    Optional<URI> ingestUrl();

    /** Where browsers reach the enrich service, for the web page to try posts; absent: it doesn't. */
    Optional<URI> enrichUrl();

    /** How records are stored. */
    Store store();

    /** How calls wait. */
    Wait waiting();

    /** How streams are kept open. */
    Streams streams();

    /** How feeds are told about. */
    Feed feed();

    /** Which versions of a post are kept. */
    Revisions revisions();

    /** The search index of this instance. */
    Index index();

    /** How records are stored. */
    interface Store {
        /** Records stored in one transaction at most, from 1 to 10000. More is faster up to some hundreds, and takes memory. */
        @WithDefault("1000")
        int batch();
    }

    /** How calls wait. */
    interface Wait {
        /** The longest a call may wait for a submission to be stored, up to 10 minutes. */
        @WithDefault("60S")
        Duration longest();

        /** Calls that may wait at the same time; more are answered 503. */
        @WithDefault("10000")
        int calls();
    }

    /** How streams are kept open. */
    interface Streams {
        /** Streams that may be open at the same time, up to 100000; more are answered 503. */
        @WithDefault("10000")
        int open();

        /** How often a stream without news says that it is there, from 1 second to 5 minutes. */
        @WithDefault("15S")
        Duration heartbeat();
    }

    /** How feeds are told about. */
    interface Feed {
        /** The WebSub hub that feeds name, for subscribers that want to be told; whoever runs it sees to it that it is. */
        Optional<URI> hub();
    }

    /** Which versions of a post are kept. */
    interface Revisions {
        /** Versions of a post kept before the one that stands, up to 100, each as large as the post; 0 keeps none. */
        @WithDefault("5")
        int kept();
    }

    /** The search index of this instance. */
    interface Index {
        /** Where it is kept. Each instance needs a folder of its own; what is in it can be deleted, and is made anew. */
        @WithDefault("postwire-index")
        String folder();
    }
}

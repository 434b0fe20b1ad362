package dev.postwire.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may set of this service. Addresses and credentials are Quarkus's and Kafka's own keys. */
@ConfigMapping(prefix = "postwire")
public interface QueryConfig {
    /** How records are stored. */
    Store store();

    /** How calls wait. */
    Wait waiting();

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

    /** The search index of this instance. */
    interface Index {
        /** Where it is kept. Each instance needs a folder of its own; what is in it can be deleted, and is made anew. */
        @WithDefault("postwire-index")
        String folder();
    }
}

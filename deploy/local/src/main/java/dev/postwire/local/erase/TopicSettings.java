package dev.postwire.local.erase;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** What is set for each topic by itself. */
interface TopicSettings {
    /** What was set for each topic itself, broker's defaults left out; a topic that is not there is missing. */
    Map<String, Map<String, String>> ownSettings(Collection<String> topics)
            throws ExecutionException, InterruptedException, TimeoutException;

    /** @param settings null where the topic is to have the broker's default again */
    void change(String topic, Map<String, String> settings)
            throws ExecutionException, InterruptedException, TimeoutException;
}

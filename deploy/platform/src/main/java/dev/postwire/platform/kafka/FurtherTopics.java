package dev.postwire.platform.kafka;

import java.util.Map;

/** Topics of a service beside those of {@link Topic}: a bean of this type has them created at start if they are missing. */
public interface FurtherTopics {
    /** By name, the topic whose settings and partitions each has. */
    Map<String, Topic> likes();
}

/** Topics, client settings and the life of a thread that owns a Kafka client. */
package dev.postwire.platform.kafka;

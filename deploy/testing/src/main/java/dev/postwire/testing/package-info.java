/** A real Kafka broker and a real PostgreSQL for tests, one of each per test JVM. */
package dev.postwire.testing;

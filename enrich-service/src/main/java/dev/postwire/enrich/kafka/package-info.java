/** The exactly-once loop: raw records in, enriched and rejected records and the ledger out. */
package dev.postwire.enrich.kafka;

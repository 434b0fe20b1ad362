/** The calls: bodies read within bounds, verdicts as problem answers, receipts. */
package dev.postwire.ingest.http;

/** The query service: keeps every enriched post in PostgreSQL and serves the read API. */
package dev.postwire.query;

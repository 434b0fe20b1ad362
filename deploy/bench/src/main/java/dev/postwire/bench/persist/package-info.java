/** How fast records are stored, beside PostgreSQL's own fastest way. */
package dev.postwire.bench.persist;

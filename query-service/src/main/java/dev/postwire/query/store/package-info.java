/** PostgreSQL: what is written in one transaction, how it is read, and the signal that something was written. */
package dev.postwire.query.store;

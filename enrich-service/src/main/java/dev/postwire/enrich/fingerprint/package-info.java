/** What tells the same and nearly the same text. */
package dev.postwire.enrich.fingerprint;

/** What became of a submission, and how to wait for it without holding a thread or asking again and again. Pure. */
package dev.postwire.query.receipt;

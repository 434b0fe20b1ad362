/** A real PostgreSQL as a child process: its binaries from Maven Central, its data in a folder. */
package dev.postwire.local.postgres;

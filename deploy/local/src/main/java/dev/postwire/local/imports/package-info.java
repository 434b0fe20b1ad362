/** Imports files, sites, feeds, batches and web archives through the intake's public API, and waits for what becomes of each post. */
package dev.postwire.local.imports;

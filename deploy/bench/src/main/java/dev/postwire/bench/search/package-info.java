/** How well the read API finds: labelled collections, and posts looked for by their titles. */
package dev.postwire.bench.search;

/** Web pages turned to plain text by a plain reader, navigation and all, as people paste and crawlers store them. */
package dev.postwire.bench.scrape;

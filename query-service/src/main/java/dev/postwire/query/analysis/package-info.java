/** How the words of each language are looked for: as they stand, and by their stem. Pure but for Lucene's analysis. */
package dev.postwire.query.analysis;

/** The search index of this instance, a Lucene index derived from the store: following it, asking it. */
package dev.postwire.query.index;

/** What a reader asks for: words, filters, order and the place in a list, read from what was typed. Pure. */
package dev.postwire.query.search;

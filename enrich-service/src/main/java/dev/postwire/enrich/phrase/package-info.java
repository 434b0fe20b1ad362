/** The phrases that a text is about, found without knowing its language. */
package dev.postwire.enrich.phrase;

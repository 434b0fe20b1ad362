/** How often the language of a text is found, at four lengths, and whether the confidence is what it says. */
package dev.postwire.bench.language;

/** The words of a post as its taggers see them: each with its place, its form and where it stands. */
package dev.postwire.enrich.word;

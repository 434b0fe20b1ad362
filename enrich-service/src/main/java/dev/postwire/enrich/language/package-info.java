/** Which language the text is in, and who says so. */
package dev.postwire.enrich.language;

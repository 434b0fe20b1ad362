/** The one content in three forms, and where in the text its links, titles and code stand. */
package dev.postwire.enrich.render;

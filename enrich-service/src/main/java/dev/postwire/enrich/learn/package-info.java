/** Learns which tags the authors would have given, from those they gave, and says why for each. */
package dev.postwire.enrich.learn;

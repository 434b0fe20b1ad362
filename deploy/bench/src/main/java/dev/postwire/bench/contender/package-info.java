/** Postwire and its peers behind one question: what does this page say? */
package dev.postwire.bench.contender;

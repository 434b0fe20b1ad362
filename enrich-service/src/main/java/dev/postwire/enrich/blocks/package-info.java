/** A page's visible text as a row of blocks, what can be counted of each and of the elements around it, and the learned choice. */
package dev.postwire.enrich.blocks;

/** What jsoup's tree lacks: changes to many nodes in time linear in the tree, so that no page can make a step slow. */
package dev.postwire.enrich.tree;

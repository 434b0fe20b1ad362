/** How near learned tags come to those the authors gave. */
package dev.postwire.bench.tags;

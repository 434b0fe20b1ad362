/** How fast posts come in, beside what the broker and the network could do at best in the same run. */
package dev.postwire.bench.intake;

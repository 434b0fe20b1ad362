/** How well the main text and its metadata are found on labelled pages, as the shared scorers measure it. */
package dev.postwire.bench.accuracy;

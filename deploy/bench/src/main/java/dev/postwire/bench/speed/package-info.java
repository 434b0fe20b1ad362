/** How fast posts are read: JMH over one sample, jsoup's bare parse and the peers beside us in the same run. */
package dev.postwire.bench.speed;

/** One part of a stand as a process of its own: how it is prepared, started, probed, stopped and found again. */
package dev.postwire.local.part;

/** Posts as they are shown on a terminal. Pure. */
package dev.postwire.local.reading;

/** Posts the samples to a running stand and tells what came out. */
package dev.postwire.local.sample;

/** Keeps parts running: starts them, watches them, restarts what dies, stops them in order. */
package dev.postwire.local.supervise;

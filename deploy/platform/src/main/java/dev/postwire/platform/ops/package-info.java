/** What an operator sees of a service's inner life: loops alive, topics there. */
package dev.postwire.platform.ops;

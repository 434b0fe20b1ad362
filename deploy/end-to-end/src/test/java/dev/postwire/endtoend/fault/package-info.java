/** Breaks a stand of two instances of each service while posts go in, by a plan that a seed gives, and counts what is left. */
package dev.postwire.endtoend.fault;

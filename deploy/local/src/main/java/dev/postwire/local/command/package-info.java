/** The postwire command on the terminal. */
package dev.postwire.local.command;

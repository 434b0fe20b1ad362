/** The three services as child processes. */
package dev.postwire.local.service;

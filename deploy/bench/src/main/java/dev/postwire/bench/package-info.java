/** Labelled pages, the measures they are scored with, and the command that runs us and the peers over them. */
package dev.postwire.bench;

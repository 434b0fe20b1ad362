/** Who may call what: keys and their roles, the gate every call passes, and how often a caller may come. */
package dev.postwire.platform.security;

/** Who and what a post names: people, organisations, software, events and places, each with the places that name it. */
package dev.postwire.enrich.entity;

/** Injects real faults: killed processes, ended sessions, cut and hanging networks, locks that others hold. */
package dev.instar.fault;

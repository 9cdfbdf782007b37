package dev.instar.sample;

import dev.instar.test.RevisionContract;

// tag::test[]
/** The sample's revisions keep the contract. */
class RevisionTests implements RevisionContract {}
// end::test[]

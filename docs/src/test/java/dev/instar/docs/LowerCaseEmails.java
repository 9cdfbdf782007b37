package dev.instar.docs;

import dev.instar.script.JavaRevision;
import dev.instar.script.RevisionContext;
import dev.instar.script.RevisionHeader;

// tag::java-revision[]
@RevisionHeader(
        id = "5a0be3d9",
        revises = "e05f77c4",
        message = "Emails in lower case",
        irreversible = "nobody knows which letters were large")
class LowerCaseEmails implements JavaRevision {

    @Override
    public void upgrade(RevisionContext context) {
        context.jdbc()
                .sql("UPDATE users SET email = lower(email) WHERE email <> lower(email)")
                .update();
    }
}
// end::java-revision[]

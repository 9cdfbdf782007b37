package dev.instar.benchmarks.revisions;

import java.util.List;

/** How a tool wants its revisions written. */
public enum Language {
    INSTAR("db/migration") {
        @Override
        String fileName(Change change) {
            return change.original() == null
                    ? "%s_%s.sql".formatted(change.id(), change.slug())
                    : change.original().getFileName().toString();
        }

        @Override
        String text(Change change) {
            String parent = change.number() == 1 ? "base" : "%05d".formatted(change.number() - 1);
            return "-- @revision %s%n-- @revises  %s%n%n-- @upgrade%n%s%n-- @downgrade%n%s"
                    .formatted(change.id(), parent, change.upgrade(), change.downgrade());
        }
    },
    FLYWAY("db/migration") {
        @Override
        String fileName(Change change) {
            return "V%s__%s.sql".formatted(change.id(), change.slug());
        }
    },
    LIQUIBASE("db/changelog/changes") {
        @Override
        String text(Change change) {
            String whole = change.upgrade().contains("$$") ? " splitStatements:false stripComments:false" : "";
            String undo = change.downgrade().contains("$$")
                    ? "not possible here"
                    : change.downgrade()
                            .replaceAll("(?m)^\\s*--.*\n|\n\\s*\n", "")
                            .replace("\n", "\n--rollback ");
            return "--liquibase formatted sql%n%n--changeset bench:%s%s%n%s%n--rollback %s%n"
                    .formatted(change.id(), whole, change.upgrade(), undo.strip());
        }
    },
    MYBATIS("scripts") {
        @Override
        String fileName(Change change) {
            return "%d_%s.sql".formatted(20260101000000L + change.number(), change.slug());
        }

        @Override
        String text(Change change) {
            return "-- // %s%n%s%n%s%n-- //@UNDO%n%s"
                    .formatted(
                            change.slug(), change.number() == 1 ? CHANGELOG : "", change.upgrade(), change.downgrade());
        }
    },
    PLAIN("scripts");

    private static final String CHANGELOG =
            "CREATE TABLE CHANGELOG (ID numeric(20,0) PRIMARY KEY, APPLIED_AT varchar(25), DESCRIPTION varchar(255));\n";

    private final String folder;

    Language(String folder) {
        this.folder = folder;
    }

    /** Where on the class path the tool looks. */
    String folder() {
        return folder;
    }

    String fileName(Change change) {
        return "%s_%s.sql".formatted(change.id(), change.slug());
    }

    String text(Change change) {
        return change.upgrade();
    }

    /** The file that leads to the others, where a tool wants one. */
    static String liquibaseMaster(List<Change> changes) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                        xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                            http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                    <!-- %d files -->
                    <includeAll path="db/changelog/changes/"/>
                </databaseChangeLog>
                """.formatted(changes.size());
    }
}

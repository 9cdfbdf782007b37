package dev.instar.autogenerate;

import static dev.instar.autogenerate.Language.ENTITIES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompletionTests {

    private final ComparedSchema live = new ComparedSchema();

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void anIndexMakesWayForAConstraintOfItsNameAndBack() {
        live.with("CREATE TABLE item (id bigint PRIMARY KEY, mail text); CREATE INDEX by_mail ON item (mail)");
        String constraint =
                "create table item (id bigint not null, mail text, primary key (id), constraint by_mail unique (mail));";
        String index =
                "create table item (id bigint not null, mail text, primary key (id)); create index by_mail on item (mail);";

        live.apply(live.against(ENTITIES, constraint));
        assertThat(live.changes(ENTITIES, constraint, null)).isEmpty();

        live.apply(live.against(ENTITIES, index));
        assertThat(live.changes(ENTITIES, index, null)).isEmpty();
    }
}

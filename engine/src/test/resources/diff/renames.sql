== renames a column and everything follows
-- rename t.old new
-- before
CREATE TABLE t (id integer PRIMARY KEY, old text DEFAULT 'x', g text GENERATED ALWAYS AS (old || '!') STORED, CONSTRAINT u UNIQUE (old), CONSTRAINT c CHECK (old <> 'old'));
CREATE INDEX i ON t (lower(old)) WHERE old IS NOT NULL;
CREATE TABLE r (o text REFERENCES t (old));
CREATE VIEW v AS SELECT old FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g BEFORE UPDATE OF old ON t FOR EACH ROW WHEN (NEW.old IS NULL) EXECUTE FUNCTION f();
CREATE POLICY p ON t USING (old = 'y');
-- after
CREATE TABLE t (id integer PRIMARY KEY, new text DEFAULT 'x', g text GENERATED ALWAYS AS (new || '!') STORED, CONSTRAINT u UNIQUE (new), CONSTRAINT c CHECK (new <> 'old'));
CREATE INDEX i ON t (lower(new)) WHERE new IS NOT NULL;
CREATE TABLE r (o text REFERENCES t (new));
CREATE VIEW v AS SELECT new FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g BEFORE UPDATE OF new ON t FOR EACH ROW WHEN (NEW.new IS NULL) EXECUTE FUNCTION f();
CREATE POLICY p ON t USING (new = 'y');
-- expect
ALTER TABLE app.t RENAME COLUMN old TO new;
DROP VIEW app.v;
CREATE VIEW app.v AS
 SELECT new
   FROM app.t;

== drops and adds a column when nobody confirms
-- before
CREATE TABLE t (id integer PRIMARY KEY, mail text);
-- after
CREATE TABLE t (id integer PRIMARY KEY, email text);
-- expect
ALTER TABLE app.t ADD COLUMN email text;
! ALTER TABLE app.t DROP COLUMN mail;

== renames a column and changes it
-- rename t.old new
-- before
CREATE TABLE t (id integer, old integer);
-- after
CREATE TABLE t (id integer, new bigint NOT NULL DEFAULT 1);
-- expect
ALTER TABLE app.t RENAME COLUMN old TO new;
ALTER TABLE app.t ALTER COLUMN new TYPE bigint, ALTER COLUMN new SET DEFAULT 1, ALTER COLUMN new SET NOT NULL;

== renames a column whose name is taken by another one at once
-- rename t.a b
-- before
CREATE TABLE t (a integer);
CREATE VIEW v AS SELECT a FROM t;
-- after
CREATE TABLE t (b integer, a text);
CREATE VIEW v AS SELECT b AS a FROM t;
-- expect
ALTER TABLE app.t RENAME COLUMN a TO b;
ALTER TABLE app.t ADD COLUMN a text;
CREATE OR REPLACE VIEW app.v AS
 SELECT b AS a
   FROM app.t;

== renames a table and everything follows
-- rename old new
-- before
CREATE TABLE old (id serial PRIMARY KEY, a text UNIQUE, parent integer REFERENCES old, CONSTRAINT c CHECK (id > 0));
CREATE INDEX old_a ON old (lower(a));
CREATE TABLE r (o integer REFERENCES old);
CREATE VIEW v AS SELECT o.id, r.o FROM old o JOIN r ON r.o = o.id;
CREATE VIEW w AS SELECT id FROM old;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g BEFORE UPDATE ON old FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION h(old) RETURNS integer LANGUAGE sql AS 'SELECT 1';
-- after
CREATE TABLE new (id serial PRIMARY KEY, a text UNIQUE, parent integer REFERENCES new, CONSTRAINT c CHECK (id > 0));
CREATE INDEX new_a ON new (lower(a));
CREATE TABLE r (o integer REFERENCES new);
CREATE VIEW v AS SELECT o.id, r.o FROM new o JOIN r ON r.o = o.id;
CREATE VIEW w AS SELECT id FROM new;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g BEFORE UPDATE ON new FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION h(new) RETURNS integer LANGUAGE sql AS 'SELECT 1';
-- expect
ALTER TABLE app.old RENAME TO new;
ALTER SEQUENCE app.old_id_seq RENAME TO new_id_seq;
ALTER TABLE app.new RENAME CONSTRAINT old_a_key TO new_a_key;
ALTER TABLE app.new RENAME CONSTRAINT old_parent_fkey TO new_parent_fkey;
ALTER TABLE app.new RENAME CONSTRAINT old_pkey TO new_pkey;
ALTER INDEX app.old_a RENAME TO new_a;
CREATE OR REPLACE FUNCTION app.h(app.new)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
CREATE OR REPLACE VIEW app.v AS
 SELECT o.id,
    r.o
   FROM (app.new o
     JOIN app.r ON ((r.o = o.id)));
CREATE OR REPLACE VIEW app.w AS
 SELECT id
   FROM app.new;

== renames a table and a column of it
-- rename old new
-- rename new.a b
-- before
CREATE TABLE old (a integer, c text);
-- after
CREATE TABLE new (b integer, c varchar(10));
-- expect
ALTER TABLE app.old RENAME TO new;
ALTER TABLE app.new RENAME COLUMN a TO b;
ALTER TABLE app.new ALTER COLUMN c TYPE character varying(10);

== renames a column of a partitioned table
-- rename t.old new
-- before
CREATE TABLE t (old integer, k integer, PRIMARY KEY (old, k)) PARTITION BY RANGE (k);
CREATE TABLE t_1 PARTITION OF t (CONSTRAINT c CHECK (old > 0)) FOR VALUES FROM (0) TO (10);
-- after
CREATE TABLE t (new integer, k integer, PRIMARY KEY (new, k)) PARTITION BY RANGE (k);
CREATE TABLE t_1 PARTITION OF t (CONSTRAINT c CHECK (new > 0)) FOR VALUES FROM (0) TO (10);
-- expect
ALTER TABLE app.t RENAME COLUMN old TO new;

== two columns change their names with each other
-- rename t.a b
-- rename t.b a
-- before
CREATE TABLE t (a integer UNIQUE, b text, CONSTRAINT c CHECK (a > length(b)));
-- after
CREATE TABLE t (b integer UNIQUE, a text, CONSTRAINT c CHECK (b > length(a)));
-- expect
ALTER TABLE app.t RENAME COLUMN b TO b_replaced;
ALTER TABLE app.t RENAME COLUMN a TO b;
ALTER TABLE app.t RENAME COLUMN b_replaced TO a;
ALTER TABLE app.t RENAME CONSTRAINT t_a_key TO t_b_key;

== names move on by one
-- rename a b
-- rename b c
-- before
CREATE TABLE a (x integer);
CREATE TABLE b (y integer);
-- after
CREATE TABLE b (x integer);
CREATE TABLE c (y integer);
-- expect
ALTER TABLE app.b RENAME TO b_replaced;
ALTER TABLE app.a RENAME TO b;
ALTER TABLE app.b_replaced RENAME TO c;

== asks nothing of a column that makes way for another one
-- rename t.a b
-- before
CREATE TABLE t (a integer, b integer);
-- after
CREATE TABLE t (b integer NOT NULL);
-- expect
ALTER TABLE app.t RENAME COLUMN b TO b_replaced;
ALTER TABLE app.t RENAME COLUMN a TO b;
ALTER TABLE app.t ALTER COLUMN b SET NOT NULL;
! ALTER TABLE app.t DROP COLUMN b_replaced;

== leaves the old name of a table to a view
-- rename users accounts
-- before
CREATE TABLE users (id integer);
-- after
CREATE TABLE accounts (id integer);
CREATE VIEW users AS SELECT id FROM accounts;
CREATE VIEW w AS SELECT id FROM users;
-- expect
ALTER TABLE app.users RENAME TO accounts;
CREATE VIEW app.users AS
 SELECT id
   FROM app.accounts;
CREATE VIEW app.w AS
 SELECT id
   FROM app.users;

== takes the name of a view that goes
-- rename users accounts
-- before
CREATE TABLE users (id integer);
CREATE VIEW accounts AS SELECT id FROM users;
CREATE VIEW w AS SELECT id FROM accounts;
-- after
CREATE TABLE accounts (id integer);
CREATE VIEW w AS SELECT id FROM accounts;
-- expect
ALTER VIEW app.accounts RENAME TO accounts_replaced;
ALTER TABLE app.users RENAME TO accounts;
DROP VIEW app.w;
DROP VIEW app.accounts_replaced;
CREATE VIEW app.w AS
 SELECT id
   FROM app.accounts;

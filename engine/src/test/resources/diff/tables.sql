== does nothing when nothing differs
-- before
CREATE TABLE t (id bigint PRIMARY KEY, name text NOT NULL DEFAULT 'x');
-- after
CREATE TABLE t (id bigint PRIMARY KEY, name text NOT NULL DEFAULT 'x');
-- expect

== does not care about the order of columns
-- before
CREATE TABLE t (a integer, b text);
-- after
CREATE TABLE t (b text, a integer);
-- expect

== creates a table with its constraints
-- before
-- after
CREATE TABLE t (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email varchar(200) NOT NULL UNIQUE,
  age integer CHECK (age > 0),
  created timestamptz NOT NULL DEFAULT now()
);
-- expect
CREATE TABLE app.t (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    email character varying(200) NOT NULL,
    age integer,
    created timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT t_pkey PRIMARY KEY (id),
    CONSTRAINT t_email_key UNIQUE (email),
    CONSTRAINT t_age_check CHECK (age > 0)
);

== creates tables in the order of their foreign keys
-- before
-- after
CREATE TABLE b (id integer PRIMARY KEY);
CREATE TABLE a (id integer PRIMARY KEY, b_id integer REFERENCES b);
-- expect
CREATE TABLE app.a (
    id integer NOT NULL,
    b_id integer,
    CONSTRAINT a_pkey PRIMARY KEY (id)
);
CREATE TABLE app.b (
    id integer NOT NULL,
    CONSTRAINT b_pkey PRIMARY KEY (id)
);
ALTER TABLE app.a ADD CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES app.b (id);

== splits foreign keys that lead in a circle
-- before
-- after
CREATE TABLE a (id integer PRIMARY KEY, b_id integer);
CREATE TABLE b (id integer PRIMARY KEY, a_id integer REFERENCES a);
ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b;
-- expect
CREATE TABLE app.a (
    id integer NOT NULL,
    b_id integer,
    CONSTRAINT a_pkey PRIMARY KEY (id)
);
CREATE TABLE app.b (
    id integer NOT NULL,
    a_id integer,
    CONSTRAINT b_pkey PRIMARY KEY (id)
);
ALTER TABLE app.a ADD CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES app.b (id);
ALTER TABLE app.b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES app.a (id);

== drops tables in the order of their foreign keys
-- before
CREATE TABLE a (id integer PRIMARY KEY);
CREATE TABLE b (id integer PRIMARY KEY, a_id integer REFERENCES a);
CREATE TABLE c (id integer PRIMARY KEY, b_id integer REFERENCES b, c_id integer REFERENCES c);
-- after
-- expect
! DROP TABLE app.c;
! DROP TABLE app.b;
! DROP TABLE app.a;

== drops a table that another one that stays refers to
-- before
CREATE TABLE a (id integer PRIMARY KEY);
CREATE TABLE b (id integer PRIMARY KEY, a_id integer REFERENCES a);
-- after
CREATE TABLE b (id integer PRIMARY KEY, a_id integer);
-- expect
ALTER TABLE app.b DROP CONSTRAINT b_a_id_fkey;
! DROP TABLE app.a;

== adds a column
-- before
CREATE TABLE t (a integer);
-- after
CREATE TABLE t (a integer, b varchar(20) DEFAULT 'x' NOT NULL);
-- expect
ALTER TABLE app.t ADD COLUMN b character varying(20) DEFAULT 'x'::character varying NOT NULL;

== adds a column that must have a value
-- before
CREATE TABLE t (a integer);
-- after
CREATE TABLE t (a integer, b integer NOT NULL);
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t);
ALTER TABLE app.t ADD COLUMN b integer NOT NULL;

== drops a column
-- before
CREATE TABLE t (a integer, b text);
-- after
CREATE TABLE t (a integer);
-- expect
! ALTER TABLE app.t DROP COLUMN b;

== drops a column that an index and a view use
-- before
CREATE TABLE t (a integer, b text);
CREATE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT a, b FROM t;
-- after
CREATE TABLE t (a integer);
CREATE VIEW v AS SELECT a FROM t;
-- expect
DROP VIEW app.v;
DROP INDEX app.t_b;
CREATE VIEW app.v AS
 SELECT a
   FROM app.t;
! ALTER TABLE app.t DROP COLUMN b;

== makes a column mandatory
-- before
CREATE TABLE t (a integer, b text);
-- after
CREATE TABLE t (a integer, b text NOT NULL);
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t WHERE b IS NULL);
ALTER TABLE app.t ALTER COLUMN b SET NOT NULL;

== makes a column optional
-- before
CREATE TABLE t (a integer, b text NOT NULL);
-- after
CREATE TABLE t (a integer, b text);
-- expect
ALTER TABLE app.t ALTER COLUMN b DROP NOT NULL;

== changes a default
-- before
CREATE TABLE t (a integer DEFAULT 1, b text, c text DEFAULT 'x');
-- after
CREATE TABLE t (a integer DEFAULT 2, b text DEFAULT 'y', c text);
-- expect
ALTER TABLE app.t ALTER COLUMN a SET DEFAULT 2;
ALTER TABLE app.t ALTER COLUMN b SET DEFAULT 'y'::text;
ALTER TABLE app.t ALTER COLUMN c DROP DEFAULT;

== widens a column
-- before
CREATE TABLE t (a integer DEFAULT 1, b varchar(10), c numeric(10,2));
-- after
CREATE TABLE t (a bigint DEFAULT 1, b varchar(20), c numeric(12,2));
-- expect
ALTER TABLE app.t ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a TYPE bigint, ALTER COLUMN a SET DEFAULT 1;
ALTER TABLE app.t ALTER COLUMN b TYPE character varying(20);
ALTER TABLE app.t ALTER COLUMN c TYPE numeric(12,2);

== narrows columns
-- before
CREATE TABLE t (a bigint, b varchar(20), c numeric(12,4), d text);
-- after
CREATE TABLE t (a integer, b varchar(10), c numeric(10,2), d varchar(5));
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t WHERE a NOT BETWEEN -2147483648 AND 2147483647);
require SELECT NOT EXISTS (SELECT FROM app.t WHERE length(b::text) > 10);
require SELECT NOT EXISTS (SELECT FROM app.t WHERE abs(round(c::numeric, 2)) >= 10::numeric ^ 8);
require SELECT NOT EXISTS (SELECT FROM app.t WHERE length(d::text) > 5);
ALTER TABLE app.t ALTER COLUMN a TYPE integer;
ALTER TABLE app.t ALTER COLUMN b TYPE character varying(10);
! ALTER TABLE app.t ALTER COLUMN c TYPE numeric(10,2);
ALTER TABLE app.t ALTER COLUMN d TYPE character varying(5);

== sees arguments that only one side has
-- before
CREATE TABLE t (a varchar(50), b numeric, c numeric(10,2), d timestamp(3), e char(3));
-- after
CREATE TABLE t (a varchar, b numeric(10,2), c numeric(10), d timestamp(6), e char(4));
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t WHERE abs(round(b::numeric, 2)) >= 10::numeric ^ 8);
require SELECT NOT EXISTS (SELECT FROM app.t WHERE abs(round(c::numeric, 0)) >= 10::numeric ^ 10);
ALTER TABLE app.t ALTER COLUMN a TYPE character varying;
! ALTER TABLE app.t ALTER COLUMN b TYPE numeric(10,2);
! ALTER TABLE app.t ALTER COLUMN c TYPE numeric(10,0);
ALTER TABLE app.t ALTER COLUMN d TYPE timestamp(6) without time zone;
ALTER TABLE app.t ALTER COLUMN e TYPE character(4);

== changes a type that needs a cast
-- before
CREATE TABLE t (a text DEFAULT '1', b integer, c varchar(36), d text, e boolean);
-- after
CREATE TABLE t (a integer DEFAULT 2, b text, c uuid, d jsonb, e integer);
-- expect
ALTER TABLE app.t ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a TYPE integer USING a::integer, ALTER COLUMN a SET DEFAULT 2;
ALTER TABLE app.t ALTER COLUMN b TYPE text;
ALTER TABLE app.t ALTER COLUMN c TYPE uuid USING c::uuid;
! ALTER TABLE app.t ALTER COLUMN d TYPE jsonb USING d::jsonb;
ALTER TABLE app.t ALTER COLUMN e TYPE integer USING e::integer;

== changes the type of a column in a view, with the views on that view
-- before
CREATE TABLE t (a integer, b integer);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT a FROM v WHERE b > 1;
CREATE VIEW unrelated AS SELECT b FROM t;
-- after
CREATE TABLE t (a bigint, b integer);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT a FROM v WHERE b > 1;
CREATE VIEW unrelated AS SELECT b FROM t;
-- expect
DROP VIEW app.w;
DROP VIEW app.v;
ALTER TABLE app.t ALTER COLUMN a TYPE bigint;
CREATE VIEW app.v AS
 SELECT a,
    b
   FROM app.t;
CREATE VIEW app.w AS
 SELECT a
   FROM app.v
  WHERE (b > 1);

== changes the type of both ends of a foreign key
-- before
CREATE TABLE a (id integer PRIMARY KEY);
CREATE TABLE b (id integer PRIMARY KEY, a_id integer REFERENCES a ON DELETE CASCADE);
-- after
CREATE TABLE a (id uuid PRIMARY KEY);
CREATE TABLE b (id bigint PRIMARY KEY, a_id uuid REFERENCES a ON DELETE CASCADE);
-- expect
ALTER TABLE app.b DROP CONSTRAINT b_a_id_fkey;
ALTER TABLE app.a ALTER COLUMN id TYPE uuid USING id::text::uuid;
ALTER TABLE app.b ALTER COLUMN a_id TYPE uuid USING a_id::text::uuid;
ALTER TABLE app.b ALTER COLUMN id TYPE bigint;
ALTER TABLE app.b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES app.a (id) ON DELETE CASCADE;

== changes a collation
-- before
CREATE TABLE t (a text, b text COLLATE "C");
-- after
CREATE TABLE t (a text COLLATE "C", b text);
-- expect
ALTER TABLE app.t ALTER COLUMN a TYPE text COLLATE "C";
ALTER TABLE app.t ALTER COLUMN b TYPE text;

== changes array dimensions and element types
-- before
CREATE TABLE t (a integer[], b text[]);
-- after
CREATE TABLE t (a bigint[], b varchar(10)[]);
-- expect
ALTER TABLE app.t ALTER COLUMN a TYPE bigint[];
ALTER TABLE app.t ALTER COLUMN b TYPE character varying(10)[];

== turns serial into identity
-- before
CREATE TABLE t (id serial PRIMARY KEY);
-- after
CREATE TABLE t (id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);
-- expect
ALTER TABLE app.t ALTER COLUMN id DROP DEFAULT;
DROP SEQUENCE app.t_id_seq;
ALTER TABLE app.t ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
SELECT setval(pg_get_serial_sequence('app.t', 'id'), greatest(max(id) + 1, 1), false) FROM app.t;

== creates a table with a serial column
-- before
-- after
CREATE TABLE t (id bigserial PRIMARY KEY);
-- expect
CREATE SEQUENCE app.t_id_seq;
CREATE TABLE app.t (
    id bigint DEFAULT nextval('app.t_id_seq'::regclass) NOT NULL,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
ALTER SEQUENCE app.t_id_seq OWNED BY app.t.id;

== changes an identity
-- before
CREATE TABLE t (id integer GENERATED BY DEFAULT AS IDENTITY, b integer GENERATED ALWAYS AS IDENTITY, c integer NOT NULL);
-- after
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY (INCREMENT BY 50 CACHE 10), b integer NOT NULL, c integer GENERATED ALWAYS AS IDENTITY);
-- expect
ALTER TABLE app.t ALTER COLUMN b DROP IDENTITY;
ALTER TABLE app.t ALTER COLUMN c ADD GENERATED ALWAYS AS IDENTITY;
SELECT setval(pg_get_serial_sequence('app.t', 'c'), greatest(max(c) + 1, 1), false) FROM app.t;
ALTER TABLE app.t ALTER COLUMN id TYPE bigint;
ALTER TABLE app.t ALTER COLUMN id SET GENERATED ALWAYS, ALTER COLUMN id SET INCREMENT BY 50 SET CACHE 10;

== changes what a column is computed from
-- before
CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED, c integer GENERATED ALWAYS AS (a * 2) STORED, d integer);
CREATE INDEX t_b ON t (b);
-- after
CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 2) STORED, c integer, d integer GENERATED ALWAYS AS (a) STORED);
CREATE INDEX t_b ON t (b);
-- expect
DROP INDEX app.t_b;
ALTER TABLE app.t ALTER COLUMN c DROP EXPRESSION;
ALTER TABLE app.t DROP COLUMN b;
ALTER TABLE app.t ADD COLUMN b integer GENERATED ALWAYS AS (a + 2) STORED;
CREATE INDEX t_b ON app.t (b);
! ALTER TABLE app.t DROP COLUMN d;
ALTER TABLE app.t ADD COLUMN d integer GENERATED ALWAYS AS (a) STORED;

== changes the type of a column that others are computed from
-- before
CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);
CREATE VIEW v AS SELECT b FROM t;
-- after
CREATE TABLE t (a bigint, b integer GENERATED ALWAYS AS (a + 1) STORED);
CREATE VIEW v AS SELECT b FROM t;
-- expect
DROP VIEW app.v;
ALTER TABLE app.t DROP COLUMN b;
ALTER TABLE app.t ALTER COLUMN a TYPE bigint;
ALTER TABLE app.t ADD COLUMN b integer GENERATED ALWAYS AS (a + 1) STORED;
CREATE VIEW app.v AS
 SELECT b
   FROM app.t;

== makes a virtual column
-- server 18
-- before
CREATE TABLE t (a integer, c integer GENERATED ALWAYS AS (a * 2) STORED);
-- after
CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) VIRTUAL, c integer GENERATED ALWAYS AS (a * 2) VIRTUAL);
-- expect
ALTER TABLE app.t ADD COLUMN b integer GENERATED ALWAYS AS (a + 1) VIRTUAL;
ALTER TABLE app.t DROP COLUMN c;
ALTER TABLE app.t ADD COLUMN c integer GENERATED ALWAYS AS (a * 2) VIRTUAL;

== changes storage, compression and statistics
-- server 14
-- before
CREATE TABLE t (a text, b text, c numeric);
ALTER TABLE t ALTER a SET STORAGE EXTERNAL, ALTER b SET COMPRESSION pglz, ALTER c SET STATISTICS 500;
-- after
CREATE TABLE t (a text, b text, c numeric);
ALTER TABLE t ALTER b SET STORAGE MAIN, ALTER a SET STATISTICS 10, ALTER c SET COMPRESSION pglz, ALTER c SET STORAGE EXTERNAL;
-- expect
ALTER TABLE app.t ALTER COLUMN a SET STORAGE EXTENDED, ALTER COLUMN a SET STATISTICS 10;
ALTER TABLE app.t ALTER COLUMN b SET STORAGE MAIN, ALTER COLUMN b SET COMPRESSION DEFAULT;
ALTER TABLE app.t ALTER COLUMN c SET STORAGE EXTERNAL, ALTER COLUMN c SET COMPRESSION pglz, ALTER COLUMN c SET STATISTICS -1;

== changes how a table is kept
-- before
CREATE TABLE t (a integer PRIMARY KEY) WITH (fillfactor = 70, autovacuum_enabled = false);
CREATE TABLE u (a integer NOT NULL);
CREATE UNIQUE INDEX u_a ON u (a);
-- after
CREATE UNLOGGED TABLE t (a integer PRIMARY KEY) WITH (fillfactor = 80, toast.autovacuum_enabled = false);
ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE TABLE u (a integer NOT NULL);
CREATE UNIQUE INDEX u_a ON u (a);
ALTER TABLE u REPLICA IDENTITY USING INDEX u_a;
-- expect
ALTER TABLE app.t RESET (autovacuum_enabled), SET (fillfactor = 80), SET UNLOGGED, ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.u REPLICA IDENTITY USING INDEX u_a;

== comments on everything
-- before
CREATE TABLE t (a integer CONSTRAINT t_a CHECK (a > 0), b integer);
CREATE INDEX t_b ON t (b);
COMMENT ON TABLE t IS 'old';
COMMENT ON COLUMN t.b IS 'going';
-- after
CREATE TABLE t (a integer CONSTRAINT t_a CHECK (a > 0), b integer);
CREATE INDEX t_b ON t (b);
COMMENT ON TABLE t IS 'new ''quoted'' \ text';
COMMENT ON COLUMN t.a IS 'a';
COMMENT ON CONSTRAINT t_a ON t IS 'positive';
COMMENT ON INDEX t_b IS 'index';
-- expect
COMMENT ON TABLE app.t IS E'new ''quoted'' \\ text';
COMMENT ON COLUMN app.t.a IS 'a';
COMMENT ON COLUMN app.t.b IS NULL;
COMMENT ON CONSTRAINT t_a ON app.t IS 'positive';
COMMENT ON INDEX app.t_b IS 'index';

== replaces a table by a view of the same name
-- before
CREATE TABLE t (a integer);
-- after
CREATE TABLE u (a integer);
CREATE VIEW t AS SELECT a FROM u;
-- expect
CREATE TABLE app.u (
    a integer
);
! DROP TABLE app.t;
CREATE VIEW app.t AS
 SELECT a
   FROM app.u;

== quotes what needs quotes
-- before
-- after
CREATE TABLE "Order" ("Id" bigint PRIMARY KEY, "user" text, "with ""quotes""" text, plain text DEFAULT 'it''s');
CREATE INDEX "Mixed Case" ON "Order" ("user", lower("with ""quotes"""));
-- expect
CREATE TABLE app."Order" (
    "Id" bigint NOT NULL,
    "user" text,
    "with ""quotes""" text,
    plain text DEFAULT 'it''s'::text,
    CONSTRAINT "Order_pkey" PRIMARY KEY ("Id")
);
CREATE INDEX "Mixed Case" ON app."Order" ("user", lower("with ""quotes"""));

== knows a constraint that was not checked
-- server 18
-- before
CREATE TABLE t (a integer, b integer);
ALTER TABLE t ADD CONSTRAINT a_there NOT NULL a NOT VALID;
-- after
CREATE TABLE t (a integer NOT NULL, b integer);
ALTER TABLE t ADD CONSTRAINT b_there NOT NULL b NOT VALID;
-- expect
ALTER TABLE app.t VALIDATE CONSTRAINT a_there;
ALTER TABLE app.t ADD CONSTRAINT b_there NOT NULL b NOT VALID;

== tells types apart that others take for one
-- before
CREATE TABLE t (a float(24), b numeric, c json, d timestamp, e timestamp(3), f uuid, g varchar(50), h numeric(10,2), i time);
-- after
CREATE TABLE t (a float(53), b decimal(10,2), c jsonb, d timestamptz, e timestamp(6), f text, g varchar, h numeric(10), i timetz(2));
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t WHERE abs(round(b::numeric, 2)) >= 10::numeric ^ 8);
require SELECT NOT EXISTS (SELECT FROM app.t WHERE abs(round(h::numeric, 0)) >= 10::numeric ^ 10);
ALTER TABLE app.t ALTER COLUMN a TYPE double precision;
! ALTER TABLE app.t ALTER COLUMN b TYPE numeric(10,2);
! ALTER TABLE app.t ALTER COLUMN c TYPE jsonb;
ALTER TABLE app.t ALTER COLUMN d TYPE timestamp with time zone;
ALTER TABLE app.t ALTER COLUMN e TYPE timestamp(6) without time zone;
ALTER TABLE app.t ALTER COLUMN f TYPE text;
ALTER TABLE app.t ALTER COLUMN g TYPE character varying;
! ALTER TABLE app.t ALTER COLUMN h TYPE numeric(10,0);
ALTER TABLE app.t ALTER COLUMN i TYPE time(2) with time zone USING i::text::time(2) with time zone;

== changes both ends of a foreign key from one sort of numbers to another
-- before
CREATE TABLE a (id numeric(19) PRIMARY KEY, up numeric(19) REFERENCES a);
CREATE TABLE b (a_id numeric(19) REFERENCES a);
-- after
CREATE TABLE a (id bigint PRIMARY KEY, up bigint REFERENCES a);
CREATE TABLE b (a_id bigint REFERENCES a);
-- expect
ALTER TABLE app.a DROP CONSTRAINT a_up_fkey;
ALTER TABLE app.b DROP CONSTRAINT b_a_id_fkey;
! ALTER TABLE app.a ALTER COLUMN id TYPE bigint;
! ALTER TABLE app.a ALTER COLUMN up TYPE bigint;
! ALTER TABLE app.b ALTER COLUMN a_id TYPE bigint;
ALTER TABLE app.a ADD CONSTRAINT a_up_fkey FOREIGN KEY (up) REFERENCES app.a (id);
ALTER TABLE app.b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES app.a (id);

== stays identified by an index that is made anew
-- before
CREATE TABLE t (a integer NOT NULL, b integer NOT NULL);
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t REPLICA IDENTITY USING INDEX i;
-- after
CREATE TABLE t (a integer NOT NULL, b integer NOT NULL);
CREATE UNIQUE INDEX i ON t (a, b);
ALTER TABLE t REPLICA IDENTITY USING INDEX i;
-- expect
DROP INDEX app.i;
CREATE UNIQUE INDEX i ON app.t (a, b);
ALTER TABLE app.t REPLICA IDENTITY USING INDEX i;

== takes a table whose identifying index is gone for one without identity
-- before
CREATE TABLE t (a integer NOT NULL);
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t REPLICA IDENTITY USING INDEX i;
DROP INDEX i;
-- after
CREATE TABLE t (a bigint NOT NULL);
-- expect
ALTER TABLE app.t ALTER COLUMN a TYPE bigint;
ALTER TABLE app.t REPLICA IDENTITY DEFAULT;

== keeps storage and compression through a change of type
-- server 14
-- before
CREATE TABLE t (a text COMPRESSION pglz);
ALTER TABLE t ALTER a SET STORAGE MAIN;
-- after
CREATE TABLE t (a varchar(10) COMPRESSION pglz);
ALTER TABLE t ALTER a SET STORAGE MAIN;
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t WHERE length(a::text) > 10);
ALTER TABLE app.t ALTER COLUMN a TYPE character varying(10), ALTER COLUMN a SET STORAGE MAIN, ALTER COLUMN a SET COMPRESSION pglz;

== logs tables in the order of their references
-- before
CREATE UNLOGGED TABLE z (id int PRIMARY KEY);
CREATE UNLOGGED TABLE a (id int PRIMARY KEY REFERENCES z);
CREATE TABLE b (id int);
-- after
CREATE TABLE z (id int PRIMARY KEY);
CREATE TABLE a (id int PRIMARY KEY REFERENCES z);
CREATE TABLE b (id int REFERENCES a);
-- expect
ALTER TABLE app.z SET LOGGED;
ALTER TABLE app.a SET LOGGED;
ALTER TABLE app.b ADD CONSTRAINT b_id_fkey FOREIGN KEY (id) REFERENCES app.a (id);

== creates indexes of every kind
-- before
CREATE TABLE t (a text, b integer, c jsonb, d integer[]);
-- after
CREATE TABLE t (a text, b integer, c jsonb, d integer[]);
CREATE INDEX i1 ON t (a text_pattern_ops DESC NULLS LAST, b);
CREATE INDEX i2 ON t (lower(a) COLLATE "C", (b + 1)) WHERE b > 0;
CREATE INDEX i3 ON t USING gin (c jsonb_path_ops) WITH (fastupdate = off);
CREATE UNIQUE INDEX i4 ON t (b) INCLUDE (a);
CREATE INDEX i5 ON t USING brin (b int4_minmax_multi_ops) WITH (pages_per_range = 4);
CREATE INDEX i6 ON t USING hash (a);
CREATE INDEX i7 ON t ((c ->> 'x'), (coalesce(a, 'n, one')));
CREATE INDEX i8 ON t USING gist (int4range(b, b + 1));
-- server 14
-- expect
CREATE INDEX i1 ON app.t (a text_pattern_ops DESC NULLS LAST, b);
CREATE INDEX i2 ON app.t (lower(a) COLLATE "C", (b + 1)) WHERE (b > 0);
CREATE INDEX i3 ON app.t USING gin (c jsonb_path_ops) WITH (fastupdate = off);
CREATE UNIQUE INDEX i4 ON app.t (b) INCLUDE (a);
CREATE INDEX i5 ON app.t USING brin (b int4_minmax_multi_ops) WITH (pages_per_range = 4);
CREATE INDEX i6 ON app.t USING hash (a);
CREATE INDEX i7 ON app.t ((c ->> 'x'::text), COALESCE(a, 'n, one'::text));
CREATE INDEX i8 ON app.t USING gist (int4range(b, (b + 1)));

== sees every part of an index
-- before
CREATE TABLE t (a text, b integer, c integer);
CREATE INDEX i1 ON t (a);
CREATE INDEX i2 ON t (a, b);
CREATE INDEX i3 ON t (b);
CREATE INDEX i4 ON t (b) WHERE c > 0;
CREATE INDEX i5 ON t (a);
CREATE INDEX i6 ON t (b) INCLUDE (c);
CREATE INDEX i7 ON t (a);
CREATE INDEX i8 ON t (b);
CREATE INDEX i9 ON t (lower(a));
-- after
CREATE TABLE t (a text, b integer, c integer);
CREATE INDEX i1 ON t (a text_pattern_ops);
CREATE INDEX i2 ON t (b, a);
CREATE INDEX i3 ON t (b DESC);
CREATE INDEX i4 ON t (b) WHERE c > 1;
CREATE INDEX i5 ON t (a COLLATE "C");
CREATE INDEX i6 ON t (b);
CREATE INDEX i7 ON t USING hash (a);
CREATE UNIQUE INDEX i8 ON t (b);
CREATE INDEX i9 ON t (upper(a));
-- expect
DROP INDEX app.i1;
DROP INDEX app.i2;
DROP INDEX app.i3;
DROP INDEX app.i4;
DROP INDEX app.i5;
DROP INDEX app.i6;
DROP INDEX app.i7;
DROP INDEX app.i8;
DROP INDEX app.i9;
CREATE INDEX i1 ON app.t (a text_pattern_ops);
CREATE INDEX i2 ON app.t (b, a);
CREATE INDEX i3 ON app.t (b DESC);
CREATE INDEX i4 ON app.t (b) WHERE (c > 1);
CREATE INDEX i5 ON app.t (a COLLATE "C");
CREATE INDEX i6 ON app.t (b);
CREATE INDEX i7 ON app.t USING hash (a);
CREATE UNIQUE INDEX i8 ON app.t (b);
CREATE INDEX i9 ON app.t (upper(a));

== finds no difference in expressions
-- before
CREATE TABLE t (a varchar(20), b timestamptz, c integer);
CREATE INDEX i1 ON t (lower(a));
CREATE INDEX i2 ON t ((a || 'x, y'), (c % 3)) WHERE a IN ('p', 'q') AND b > '2020-01-01 00:00:00+02';
CREATE INDEX i3 ON t (date_trunc('day', b AT TIME ZONE 'UTC'));
-- after
CREATE TABLE t (a varchar(20), b timestamptz, c integer);
CREATE INDEX i1 ON t USING btree (LOWER(a));
CREATE INDEX i2 ON t ((a||'x, y'), ((c % 3))) WHERE (a = 'p' OR false OR a = 'q') IS NOT NULL AND false;
DROP INDEX i2;
CREATE INDEX i2 ON t ((a || 'x, y'), ((c % 3))) WHERE a = ANY (ARRAY['p', 'q']::varchar[]) AND b > timestamptz '2019-12-31 22:00:00+00';
CREATE INDEX i3 ON t (date_trunc('day', b AT TIME ZONE 'UTC'));
-- expect

== keeps an index on a column whose type changes
-- before
CREATE TABLE t (a integer, b varchar(10));
CREATE INDEX i1 ON t (a, b);
CREATE INDEX i2 ON t (a) WHERE a > 0;
CREATE INDEX i3 ON t (lower(b));
-- after
CREATE TABLE t (a bigint, b text);
CREATE INDEX i1 ON t (a, b);
CREATE INDEX i2 ON t (a) WHERE a > 0;
CREATE INDEX i3 ON t (lower(b));
-- expect
DROP INDEX app.i3;
ALTER TABLE app.t ALTER COLUMN a TYPE bigint;
ALTER TABLE app.t ALTER COLUMN b TYPE text;
CREATE INDEX i3 ON app.t (lower(b));

== drops an index
-- before
CREATE TABLE t (a integer);
CREATE INDEX i ON t (a);
-- after
CREATE TABLE t (a integer);
-- expect
DROP INDEX app.i;

== moves an index to another table
-- before
CREATE TABLE t (a integer);
CREATE TABLE u (a integer);
CREATE INDEX i ON t (a);
-- after
CREATE TABLE t (a integer);
CREATE TABLE u (a integer);
CREATE INDEX i ON u (a);
-- expect
DROP INDEX app.i;
CREATE INDEX i ON app.u (a);

== changes the options of an index
-- before
CREATE TABLE t (a integer);
CREATE INDEX i ON t (a) WITH (fillfactor = 70);
-- after
CREATE TABLE t (a integer);
CREATE INDEX i ON t (a) WITH (fillfactor = 80);
-- expect
DROP INDEX app.i;
CREATE INDEX i ON app.t (a) WITH (fillfactor = 80);

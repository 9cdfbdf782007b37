== creates, changes and drops sequences
-- before
CREATE SEQUENCE gone;
CREATE SEQUENCE s INCREMENT 1 CACHE 1;
CREATE SEQUENCE u AS integer;
-- after
CREATE SEQUENCE s INCREMENT 50 CACHE 20 MINVALUE 0 MAXVALUE 1000 START 5 CYCLE;
CREATE SEQUENCE u AS bigint;
CREATE SEQUENCE fresh AS smallint INCREMENT -1 MINVALUE -100 MAXVALUE -1 START -1;
-- expect
CREATE SEQUENCE app.fresh AS smallint INCREMENT BY -1 MINVALUE -100;
ALTER SEQUENCE app.s INCREMENT BY 50 MINVALUE 0 MAXVALUE 1000 START WITH 5 CACHE 20 CYCLE;
ALTER SEQUENCE app.u AS bigint;
! DROP SEQUENCE app.gone;

== changes who owns a sequence
-- before
CREATE SEQUENCE s;
CREATE SEQUENCE u;
CREATE TABLE t (a integer, b integer);
ALTER SEQUENCE u OWNED BY t.a;
-- after
CREATE SEQUENCE s;
CREATE SEQUENCE u;
CREATE TABLE t (a integer, b integer);
ALTER SEQUENCE s OWNED BY t.a;
ALTER SEQUENCE u OWNED BY t.b;
-- expect
ALTER SEQUENCE app.s OWNED BY app.t.a;
ALTER SEQUENCE app.u OWNED BY app.t.b;

== keeps a sequence whose owner goes
-- before
CREATE SEQUENCE s;
CREATE TABLE t (a integer DEFAULT nextval('s'), b integer);
ALTER SEQUENCE s OWNED BY t.a;
-- after
CREATE SEQUENCE s;
CREATE TABLE t (b integer);
-- expect
ALTER SEQUENCE app.s OWNED BY NONE;
! ALTER TABLE app.t DROP COLUMN a;

== drops a table with its serial column
-- before
CREATE TABLE t (a serial, b integer);
CREATE TABLE u (a serial, b integer);
-- after
CREATE TABLE u (b integer);
-- expect
ALTER SEQUENCE app.t_a_seq OWNED BY NONE;
ALTER SEQUENCE app.u_a_seq OWNED BY NONE;
! ALTER TABLE app.u DROP COLUMN a;
! DROP TABLE app.t;
DROP SEQUENCE app.t_a_seq;
DROP SEQUENCE app.u_a_seq;

== keeps the position when a serial column's sequence gets another name
-- before
CREATE TABLE t (a serial);
-- after
CREATE SEQUENCE other AS integer;
CREATE TABLE t (a integer NOT NULL DEFAULT nextval('other'));
ALTER SEQUENCE other OWNED BY t.a;
-- expect
ALTER SEQUENCE app.t_a_seq RENAME TO other;

== turns identity into serial
-- before
CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY);
-- after
CREATE TABLE t (a serial);
-- expect
ALTER TABLE app.t ALTER COLUMN a DROP IDENTITY;
CREATE SEQUENCE app.t_a_seq AS integer;
ALTER TABLE app.t ALTER COLUMN a SET DEFAULT nextval('app.t_a_seq'::regclass);
SELECT setval('app.t_a_seq', greatest(max(a) + 1, (SELECT last_value + is_called::integer FROM app.t_a_seq)), false) FROM app.t;
ALTER SEQUENCE app.t_a_seq OWNED BY app.t.a;

== finds no difference between serial and its long form
-- before
CREATE TABLE t (a bigserial);
-- after
CREATE SEQUENCE t_a_seq;
CREATE TABLE t (a bigint NOT NULL DEFAULT nextval('t_a_seq'));
ALTER SEQUENCE t_a_seq OWNED BY t.a;
-- expect

== shares a sequence between tables
-- before
-- after
CREATE SEQUENCE s INCREMENT 50;
CREATE TABLE t (a bigint DEFAULT nextval('s'));
CREATE TABLE u (a bigint DEFAULT nextval('s'));
-- expect
CREATE SEQUENCE app.s INCREMENT BY 50;
CREATE TABLE app.t (
    a bigint DEFAULT nextval('app.s'::regclass)
);
CREATE TABLE app.u (
    a bigint DEFAULT nextval('app.s'::regclass)
);

== drops a sequence that defaults still used
-- before
CREATE SEQUENCE s;
CREATE TABLE t (a bigint DEFAULT nextval('s'));
-- after
CREATE TABLE t (a bigint);
-- expect
ALTER TABLE app.t ALTER COLUMN a DROP DEFAULT;
! DROP SEQUENCE app.s;

== counts the other way
-- before
CREATE SEQUENCE s;
CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY);
-- after
CREATE SEQUENCE s INCREMENT -1;
CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY (INCREMENT BY -1));
-- expect
! ALTER SEQUENCE app.s INCREMENT BY -1 MINVALUE -9223372036854775808 MAXVALUE -1 START WITH -1 RESTART;
ALTER TABLE app.t ALTER COLUMN id SET INCREMENT BY -1 SET MINVALUE -2147483648 SET MAXVALUE -1 SET START WITH -1 RESTART;
SELECT setval(pg_get_serial_sequence('app.t', 'id'), least(min(id) - 1, -1), false) FROM app.t;

== takes a sequence to where it is to begin
-- before
CREATE SEQUENCE s;
-- after
CREATE SEQUENCE s MINVALUE 100;
-- expect
SELECT setval('app.s', 100, false) FROM app.s WHERE last_value < 100;
ALTER SEQUENCE app.s MINVALUE 100 START WITH 100;

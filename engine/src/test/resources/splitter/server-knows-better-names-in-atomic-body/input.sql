CREATE FUNCTION f() RETURNS int
BEGIN ATOMIC
  SELECT t.end, t . case, 1 AS end, 2 AS case FROM t;
  SELECT 1 AS begin;
END;
SELECT 'after';

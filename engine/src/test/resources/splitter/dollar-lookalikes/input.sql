SELECT $1, $2::int, a$b, a$$b, x$tag$ FROM t; SELECT '1';
SELECT $1$$a;b$$;
PREPARE p AS SELECT $1; EXECUTE p(1);
SELECT $ ; SELECT $a ; SELECT $1a$;

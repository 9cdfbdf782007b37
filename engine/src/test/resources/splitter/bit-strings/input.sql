SELECT B'01;', X'1F;', b'', x'' ;
SELECT B'1''0', 'x;y';

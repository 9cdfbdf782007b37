SELECT 1;
-- @a b
SELECT 'x
y',
  2;

SELECT 3;

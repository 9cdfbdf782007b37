SELECT 1; -- c
-- @a b
SELECT 'x
y',
  2;

SELECT 3;

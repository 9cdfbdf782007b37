-- @requre customers
SELECT 1;

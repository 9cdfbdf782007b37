SELECT 'a'
-- plain
'b'
-- @x
'c'

SELECT 1 -- @not because the line is not its own
, '
-- @not in a string
', "
-- @not in a name
", $$
-- @not in a body
$$, 2 /*
-- @not in a comment
*/
/* x */ -- @not behind a comment
--- @not with three dashes
-- not @either
-- @ not
-- @1 not
-- user@example.org
;

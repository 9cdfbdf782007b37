-- @revision a000000a
-- @revises  001
-- @message  Add names

-- @upgrade
ALTER TABLE customer ADD COLUMN more_name text;

-- @downgrade
ALTER TABLE customer DROP COLUMN more_name;

-- @revision b000000b
-- @revises  001
-- @message  Add emails

-- @upgrade
ALTER TABLE customer ADD COLUMN more_email text;

-- @downgrade
ALTER TABLE customer DROP COLUMN more_email;

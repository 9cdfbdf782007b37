-- @revision     e05f77c4
-- @revises      91aa0c3e
-- @message      Forget themes
-- @irreversible the themes are gone

-- @upgrade
ALTER TABLE user_preferences DROP COLUMN theme;

-- @revision   7c1f0a2b
-- @revises    001
-- @message    Add user preferences
-- @label      preferences

-- @upgrade
CREATE TABLE user_preferences (
    user_id bigint PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    theme   varchar(20) NOT NULL DEFAULT '${default-theme}'
);

-- @downgrade
DROP TABLE user_preferences;

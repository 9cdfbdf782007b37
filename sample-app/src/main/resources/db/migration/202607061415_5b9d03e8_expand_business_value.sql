-- @revision 5b9d03e8
-- @revises  a1c4e7f2
-- @message  Let business_value hold whole analyses

-- @upgrade

-- Only the catalog changes: varchar to text neither rewrites nor scans the table.
ALTER TABLE achievements ALTER COLUMN business_value TYPE text;

-- What an earlier downgrade had to put aside comes back.
UPDATE achievements
SET business_value = metadata ->> 'business_value', metadata = metadata - 'business_value'
WHERE metadata ->> 'business_value' IS NOT NULL;

-- @downgrade

-- Longer values do not fit any more; they wait in metadata instead of being lost.
UPDATE achievements
SET metadata = metadata || jsonb_build_object('business_value', business_value)
WHERE length(business_value) > 255;

ALTER TABLE achievements ALTER COLUMN business_value TYPE varchar(255) USING left(business_value, 255);

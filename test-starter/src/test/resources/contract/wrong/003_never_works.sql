SELECT nothing;

-- @downgrade
SELECT 1;

SELECT 1
-- @downgrade
SELECT 2 -- done
	--@end x

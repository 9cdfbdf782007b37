-- nothing
/* to see */
  -- here

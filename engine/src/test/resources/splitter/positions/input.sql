  SELECT 1;
	SELECT 2;SELECT 3;

/* c
 */ SELECT 4;
😀; "ä"; x;

SELECT a[1:2], a[:n], b[1:] FROM t WHERE x::int = 1;
DO $$ BEGIN x := 1; END $$;

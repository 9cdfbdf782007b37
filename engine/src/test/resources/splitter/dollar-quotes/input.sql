SELECT $$a;b$$, $tag$x;$$;$tag;$tag $ta$;y$tag$, $_1$;$_1$, $Ä$;$Ä$;
SELECT $a$ $b$ $a$, $b$ $a$ $b$;
SELECT $$$$, $a$$a$, $$it's "x$$;
SELECT $a$ $A$ $a$;
SELECT $x$a$x$x$;$x$;

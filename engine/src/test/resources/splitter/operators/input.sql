SELECT 1+-1, 2*-3, a<-b, a@-@b, a||-b, a->>'x', a#>>'{a;b}', a?|b, !!5, a<>b, a!=b, a=>b, a>=b, a<=b, ~a, |/4;
SELECT 1 +/* ; */ 2, 3 *-- ;
4, 5 /-/* ; */ 6;
SELECT a */ b;
SELECT 7 @@-- ;
8;
CREATE OPERATOR === (LEFTARG = box, RIGHTARG = box, FUNCTION = f);
SELECT a OPERATOR(pg_catalog.+) b;

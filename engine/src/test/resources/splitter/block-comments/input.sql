/* leading; */ SELECT /* a ; /* nested ; */ still ; */ 1 /* trailing ; */;
/**/SELECT/**/2/**/;/***/
SELECT 3 /* ' " $$ -- */ , 4;
SELECT 5 /*/ not closed by that */ ;

SELECT größe, 名前, _x$1, é$ FROM таблица;SELECT 😀;  SELECT "😀" , 1;
SELECT a b;

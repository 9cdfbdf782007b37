SELECT "a;""b", "--", "/*", "$$", "'" FROM "T""";
SELECT 1 AS "";

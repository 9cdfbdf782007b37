SELECT E'a\''
  'b\';c' -- ; '
-- another ' comment
'd\'', 'e'
'f\', 'g;h' 'i';
SELECT 'x' /* no continuation ; */
'y\'; SELECT B'1'
'0', U&'a'
'\0041;';

/* a */ -- b
CREATE /* c */ INDEX -- d
 CONCURRENTLY i ON t (a);
-- x
vAcUuM;

SELECT U&'d\0061t;' UESCAPE '!', u&'', U&"d\0061;""x", u&"\";
SELECT U & 'a;b', U&a;

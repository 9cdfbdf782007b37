SELECT N'a;b''c', n'';
SELECT n 'x;y';

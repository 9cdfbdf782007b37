SELECT :name, :'name', :"name", a[1:n], b::text;

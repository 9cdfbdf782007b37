-- @irreversible nobody knows the old spelling
UPDATE customer SET name = upper(name);

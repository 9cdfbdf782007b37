package dev.instar.boot.command.bakery;

import org.springframework.data.repository.CrudRepository;

interface Loaves extends CrudRepository<Loaf, Long> {}

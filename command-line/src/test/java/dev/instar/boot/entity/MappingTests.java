package dev.instar.boot.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.autogenerate.ComparisonOptions;
import dev.instar.autogenerate.Extent;
import dev.instar.autogenerate.SchemaComparer;
import dev.instar.autogenerate.SchemaComparison;
import dev.instar.autogenerate.TableFilter;
import dev.instar.database.Database;
import dev.instar.diff.ChangeScript;
import dev.instar.jdbc.Session;
import dev.instar.schema.Catalog;
import dev.instar.schema.CatalogScope;
import dev.instar.schema.Fingerprint;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Mappings of JPA before and after a change. The gate takes a part of them, {@code -Dinstar.test.mappings=1} takes all.
 */
class MappingTests {

    private static final int EACH = Integer.getInteger("instar.test.mappings", 12);
    private static final List<Extent> BOTH = List.of(Extent.EVERYTHING, Extent.MAPPED);

    private static final MappingCompiler COMPILER = new MappingCompiler();
    private static List<MappingCase> cases;
    private static StandardServiceRegistry services;
    private static Session session;
    private static Database database;

    @BeforeAll
    static void open() throws Exception {
        cases = MappingCase.all();
        chosen().forEach(number -> {
            COMPILER.add("before" + number, cases.get(number).before());
            COMPILER.add("after" + number, cases.get(number).after());
        });
        COMPILER.compile();
        DriverManagerDataSource dataSource =
                new DriverManagerDataSource(TestDatabase.create().url() + "?currentSchema=app", "postgres", "postgres");
        session = Session.open(dataSource);
        database = Database.of(session);
        services = MappedSchema.services(dataSource, COMPILER);
    }

    @AfterAll
    static void close() {
        StandardServiceRegistryBuilder.destroy(services);
        session.close();
    }

    private static IntStream chosen() {
        return IntStream.range(0, cases.size()).filter(number -> number % EACH == 0);
    }

    @TestFactory
    Stream<DynamicTest> leadsFromOneMappingToTheNextAndBack() {
        return chosen().mapToObj(number -> DynamicTest.dynamicTest(
                cases.get(number).file() + ": " + cases.get(number).name(), () -> check(number)));
    }

    private static void check(int number) {
        session.execute("DROP SCHEMA IF EXISTS app, billing CASCADE; CREATE SCHEMA app");
        MappedSchema before = MappedSchema.of(services, COMPILER.classesOf("before" + number));
        MappedSchema after = MappedSchema.of(services, COMPILER.classesOf("after" + number));

        apply(compare(before, List.of()).upgrade());
        // With both extents where there is time for it: what was created from nothing differs by neither.
        assertIsAsWanted(before, EACH == 1 ? BOTH : List.of(Extent.EVERYTHING), true);
        Fingerprint fingerprint = fingerprint();

        SchemaComparison found = compare(after, cases.get(number).renames());
        apply(found.upgrade());
        assertIsAsWanted(after, BOTH, cases.get(number).validated());

        apply(found.downgrade());
        assertThat(fingerprint()).isEqualTo(fingerprint);
    }

    private static void assertIsAsWanted(MappedSchema mapping, List<Extent> extents, boolean validated) {
        for (Extent extent : extents) {
            SchemaComparison again = compare(mapping, extent, List.of());
            assertThat(again.upgrade().section()).as(extent.name()).isEmpty();
            assertThat(again.isEmpty()).isTrue();
        }
        if (validated) {
            mapping.validate();
        }
    }

    private static SchemaComparison compare(MappedSchema mapping, List<String> renames) {
        return compare(mapping, Extent.EVERYTHING, renames);
    }

    private static SchemaComparison compare(MappedSchema mapping, Extent extent, List<String> renames) {
        return new SchemaComparer(session, database, table -> false)
                .compare(mapping.wanted(), new ComparisonOptions(TableFilter.ALL, extent, renames));
    }

    private static void apply(ChangeScript script) {
        session.inTransaction(() -> script.statements().forEach(statement -> session.execute(statement.sql())));
    }

    private static Fingerprint fingerprint() {
        Catalog catalog = database.catalog(session, CatalogScope.of("app", "billing"));
        return Fingerprint.of(catalog);
    }
}

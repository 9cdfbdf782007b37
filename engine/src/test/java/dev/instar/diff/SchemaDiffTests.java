package dev.instar.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.schema.Catalog;
import dev.instar.schema.Fingerprint;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SchemaDiffTests {

    private static TwoSchemas schemas;

    @BeforeAll
    static void open() {
        schemas = new TwoSchemas();
    }

    @AfterAll
    static void close() {
        schemas.close();
    }

    @TestFactory
    Stream<DynamicTest> leadsFromOneSchemaToTheOtherAndBack() throws IOException {
        int version = schemas.serverVersion();
        return DiffCase.all().stream()
                .filter(one -> one.server() <= version)
                .map(one -> DynamicTest.dynamicTest(one.file() + ": " + one.name(), () -> check(one)));
    }

    private static void check(DiffCase one) {
        Catalog wanted = schemas.wanted(one.after());
        Catalog live = schemas.createLive(one.before());

        Difference difference = SchemaDiff.between(live, wanted, one.renames());
        assertThat(written(sql(difference))).isEqualTo(written(one.expected()));

        schemas.apply(difference.changes());
        Catalog reached = schemas.live();
        assertThat(sql(SchemaDiff.between(reached, wanted))).isEmpty();
        assertThat(reached).isEqualTo(wanted);
        assertThat(Fingerprint.of(reached)).isEqualTo(Fingerprint.of(wanted));

        schemas.apply(difference.reverse().changes());
        Catalog back = schemas.live();
        assertThat(back).isEqualTo(live);
        assertThat(Fingerprint.of(back)).isEqualTo(Fingerprint.of(live));
    }

    /** Servers before 16 write in queries which table a column is of, and sometimes an alias for it. */
    private static String written(String sql) {
        return schemas.serverVersion() < 16 ? sql.replaceAll("\\w+\\.", "").replaceAll("(\\w+) \\1_1\\b", "$1") : sql;
    }

    private static String sql(Difference difference) {
        String required = difference.requirements().stream()
                .map(requirement -> "require " + requirement.query() + ";\n")
                .collect(Collectors.joining());
        return (required
                        + difference.changes().stream()
                                .flatMap(change -> change.sql().stream()
                                        .map(sql -> (change.isDestructive() ? "! " : "") + sql + ";\n"))
                                .collect(Collectors.joining()))
                .strip();
    }
}

package dev.instar.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.schema.Catalog;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Pairs of schemas that nobody thought of. The name of a test holds its seed: {@code -Dinstar.test.random.seed=84}
 * begins there, {@code -Dinstar.test.random.pairs=1000} takes more than the gate has time for.
 */
class RandomSchemaTests {

    private static final long SEED = Long.getLong("instar.test.random.seed", 1);
    private static final long PAIRS = Long.getLong("instar.test.random.pairs", 10);

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
    Stream<DynamicTest> leadsFromOneToTheOtherAndBack() {
        return LongStream.range(SEED, SEED + PAIRS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(seed)));
    }

    private static void check(long seed) {
        // Every third pair has hardly anything in common, the others differ in a third of their parts.
        String other = seed % 3 == 0 ? RandomSchema.sql(seed + 1_000_003, 0) : RandomSchema.sql(seed, seed + 1);
        Catalog wanted = schemas.wanted(other);
        Catalog live = schemas.createLive(RandomSchema.sql(seed, 0));

        Difference difference = SchemaDiff.between(live, wanted);
        schemas.apply(difference.changes());
        assertThat(schemas.live()).isEqualTo(wanted);

        schemas.apply(difference.reverse().changes());
        assertThat(schemas.live()).isEqualTo(live);
    }
}

package dev.instar.boot.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.autogenerate.ComparisonOptions;
import dev.instar.autogenerate.Extent;
import dev.instar.autogenerate.TableFilter;
import dev.instar.boot.autoconfigure.InstarProperties;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonsTests {

    @Test
    void everyExtentCanBeSetAndNoOther() {
        assertThat(Stream.of(InstarProperties.Extent.values())
                        .map(extent -> Comparisons.options(properties(extent)).extent()))
                .containsExactly(Extent.values());
    }

    @Test
    void theSourceDecidesWhereNoExtentIsSet() {
        assertThat(Comparisons.options(properties(null)))
                .isEqualTo(new ComparisonOptions(
                        new TableFilter(List.of("a", "b"), List.of("shop_*"), List.of("*_old")), null, List.of()));
    }

    private static InstarProperties.Autogenerate properties(InstarProperties.@Nullable Extent extent) {
        return new InstarProperties.Autogenerate(
                null, List.of("a", "b"), List.of("shop_*"), List.of("*_old"), extent, false);
    }
}

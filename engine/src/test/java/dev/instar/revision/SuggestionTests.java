package dev.instar.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTests {

    private static final List<String> KNOWN = List.of("upgrade", "downgrade", "head", "heads", "4f1c22d0");

    @Test
    void suggestsTheNearestNameFirst() {
        assertThat(suggest("haed")).isEqualTo("Did you mean 'head'?");
        assertThat(suggest("hedas")).isEqualTo("Did you mean 'heads'?");
        assertThat(suggest("HEAD")).isEqualTo("Did you mean 'head' or 'heads'?");
        assertThat(suggest("4f1c2d20")).isEqualTo("Did you mean '4f1c22d0'?");
    }

    @Test
    void saysTheOtherSentenceWhenNothingIsNear() {
        assertThat(suggest("sidegrade!")).isEqualTo("Choose one.");
        assertThat(suggest("")).isEqualTo("Choose one.");
    }

    @Test
    void cutsALongList() {
        assertThat(Listing.of(List.of())).isEmpty();
        assertThat(Listing.of(List.of("a"))).isEqualTo("'a'");
        assertThat(Listing.ofAlternatives(List.of("a", "b", "c"))).isEqualTo("'a', 'b' or 'c'");
        assertThat(Listing.of(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))).endsWith("'10' and 2 more");
    }

    private static String suggest(String typed) {
        return Suggestion.didYouMean(typed, KNOWN, "Choose one.");
    }
}

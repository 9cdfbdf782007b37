package dev.instar.revision.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "head", "heads", "base", "current", "7c1f0a2b", "001", "a_b.c", "accounts", "accounts@head",
                        "ae10@heads",
                "accounts@base", "c1@d1", "+2", "-1", "001+2", "rev-1", "head-1", "base+2", "accounts@-1",
                        "accounts@+1",
                "accounts@head-1", "accounts@base+3", "ä", "+007", "+99999999999"
            })
    void printsWhatItRead(String text) {
        assertThat(Target.parse(text)).hasToString(text);
        assertThat(Target.parse(text)).isEqualTo(Target.parse(" " + text + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base:heads", ":", "a:", ":b", "-3:current", "a,b@head:heads", "a+1:x@-1"})
    void printsTheRangeItRead(String text) {
        assertThat(TargetRange.parse(text)).hasToString(text);
        assertThat(TargetRange.parseOrEndingAt(text)).isEqualTo(TargetRange.parse(text));
    }

    @Test
    void takesASingleTargetForTheEndOfARange() {
        assertThat(TargetRange.parseOrEndingAt("+2")).isEqualTo(new TargetRange(List.of(), Target.parse("+2")));
    }

    @Test
    void tellsBranchStartAndSteps() {
        assertThat(Target.parse("accounts@head-12"))
                .isEqualTo(new Target.Relative("accounts", new Symbol(Symbol.Kind.HEAD, "head"), -12, "-12"));
        assertThat(Target.parse("HEAD")).isEqualTo(new Target.Absolute(null, new Symbol(Symbol.Kind.NAME, "HEAD")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ""          | The target is empty.
                    "  "        | The target is empty.
                    a b         | The target 'a b' contains ' ' at character 2.
                    a;drop      | The target 'a;drop' contains ';' at character 2.
                    50%         | The target '50%' contains '%' at character 3.
                    a:b         | 'a:b' is a range, and one target is wanted here.
                    a,b         | 'a,b' is a list, and one target is wanted here.
                    @head       | The branch before the '@' is missing in '@head'.
                    accounts@   | Nothing follows the '@' in 'accounts@'.
                    a@b@c       | 'a@b@c' has more than one '@'.
                    head@a      | 'head@a' uses the word 'head' as a branch.
                    +           | The number after '+' is missing in '+'.
                    foo-bar     | 'foo-bar' has 'bar' where a number of steps is wanted after '-'.
                    +-1         | '+-1' has '-' where a number of steps is wanted after '+'.
                    a+1-2       | 'a+1-2' has '-' out of place at character 4.
                    a+1@b       | 'a+1@b' has more than one '@'.
                    """)
    void refusesWhatIsNoTarget(String text, String description) {
        assertThatThrownBy(() -> Target.parse(text))
                .isInstanceOfSatisfying(
                        InvalidTargetException.class,
                        wrong -> assertThat(wrong.description()).isEqualTo(description));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ""      | The range is empty.
                    abc     | 'abc' is not a range.
                    a:b:c   | 'a:b:c' has more than one ':'.
                    a:b,c   | 'a:b,c' has ',' out of place at character 4.
                    a,:b    | 'a,:b' has ':' out of place at character 3.
                    """)
    void refusesWhatIsNoRange(String text, String description) {
        assertThatThrownBy(() -> TargetRange.parse(text))
                .isInstanceOfSatisfying(
                        InvalidTargetException.class,
                        wrong -> assertThat(wrong.description()).isEqualTo(description));
    }
}

package dev.instar.adopt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Numbers in a row, as {@code 1.2} and {@code 001_02} are. Zeros in front of a number and at the end do not count. */
record FlywayVersion(List<BigInteger> numbers) implements Comparable<FlywayVersion> {

    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:[._]\\d+)*");

    /** The version, or {@code null} when the text is none. */
    static @Nullable FlywayVersion of(String text) {
        if (!NUMBERS.matcher(text).matches()) {
            return null;
        }
        List<BigInteger> numbers = new ArrayList<>();
        for (String number : text.split("[._]")) {
            numbers.add(new BigInteger(number));
        }
        while (numbers.size() > 1 && numbers.get(numbers.size() - 1).signum() == 0) {
            numbers.remove(numbers.size() - 1);
        }
        return new FlywayVersion(List.copyOf(numbers));
    }

    @Override
    public int compareTo(FlywayVersion other) {
        for (int index = 0; index < Math.min(numbers.size(), other.numbers.size()); index++) {
            int order = numbers.get(index).compareTo(other.numbers.get(index));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(numbers.size(), other.numbers.size());
    }

    @Override
    public String toString() {
        return numbers.stream().map(BigInteger::toString).collect(Collectors.joining("."));
    }
}

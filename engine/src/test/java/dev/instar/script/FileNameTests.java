package dev.instar.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {

    @ParameterizedTest
    @CsvSource({
        "001_initial_schema.sql, 001, Initial schema",
        "001-_-add-e-mail.sql, 001, Add e mail",
        "202611210234_add.sql, 202611210234, Add",
        "123456789012345678_most.sql, 123456789012345678, Most",
        "1234567890123456789_more.sql, , 1234567890123456789 more",
        "42_.sql, 42, ''",
        "42.sql, , 42",
        "001a_first.sql, , 001a first",
        "_001_first.sql, , 001 first",
        "add_users.sql, , Add users",
        "٤٢_arabic.sql, , ٤٢ arabic",
    })
    void saysWhatItsDigitsAndWordsSay(String name, String number, String message) {
        FileName parsed = FileName.parse(name);
        assertThat(parsed.number()).isEqualTo(number);
        assertThat(parsed.message()).isEqualTo(message);
    }
}

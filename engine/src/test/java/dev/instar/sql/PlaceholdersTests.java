package dev.instar.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTests {

    private final Placeholders placeholders =
            new Placeholders(Map.of("schema", "app", "long.name-1", "a value", "empty", "", "tricky", "${schema}$$"));

    @Test
    void replacesInWordsStringsAndQuotedNames() {
        assertThat(
                        text(
                                "CREATE TABLE ${schema}.t_${schema}_x (a text DEFAULT '${long.name-1}', \"${schema}\" int${empty})"))
                .isEqualTo("CREATE TABLE app.t_app_x (a text DEFAULT 'a value', \"app\" int)");
    }

    @Test
    void leavesDollarQuotesAlone() {
        assertThat(text("DO $$ ${schema} $$, $${schema}$$, $x${schema}$x$, ${schema}"))
                .isEqualTo("DO $$ ${schema} $$, $${schema}$$, $x${schema}$x$, app");
    }

    @Test
    void replacesInDollarQuotesWhenAsked() {
        RenderedSql rendered = placeholders
                .insideDollarQuotes()
                .render("DO $$ ${schema} $$, $$${schema}$$, $x$${schema}$x$, $a$ $${schema} $a$, $b$${$b$, ${schema}");

        assertThat(rendered.text()).isEqualTo("DO $$ app $$, $$app$$, $x$app$x$, $a$ ${schema} $a$, $b$${$b$, app");
    }

    @Test
    void leavesCommentsAlone() {
        String sql = "SELECT 1 -- ${missing} '\n, /* ${missing} */ '${schema}'";

        assertThat(text(sql)).isEqualTo("SELECT 1 -- ${missing} '\n, /* ${missing} */ 'app'");
        assertThat(placeholders.render(sql).missing()).isEmpty();
    }

    @Test
    void escapesWithTwoDollarSigns() {
        assertThat(text("SELECT '$${schema} ${schema} $$${schema} $${x'"))
                .isEqualTo("SELECT '${schema} app $${schema} ${x'");
    }

    @Test
    void doesNotReplaceInWhatItReplacedBy() {
        assertThat(text("SELECT '${tricky}', '${schema}'")).isEqualTo("SELECT '${schema}$$', 'app'");
    }

    @Test
    void keepsWhatOnlyLooksLikeAPlaceholder() {
        assertThat(text("SELECT '${}', '${a b}', '${a', '$', '{schema}'"))
                .isEqualTo("SELECT '${}', '${a b}', '${a', '$', '{schema}'");
    }

    @Test
    void reportsEveryMissingName() {
        RenderedSql rendered = placeholders.render("SELECT '${one}', ${schema}, ${two}, \"${one}\"");

        assertThat(rendered.missing())
                .containsExactly(
                        new MissingPlaceholder("one", 8),
                        new MissingPlaceholder("two", 28),
                        new MissingPlaceholder("one", 37));
        assertThat(rendered.text()).isEqualTo("SELECT '${one}', app, ${two}, \"${one}\"");
    }

    @Test
    void findsTheWayBack() {
        String sql = "SELECT ${schema}, 😀, '$${x}', ${long.name-1}, z";
        RenderedSql rendered = placeholders.render(sql);

        assertThat(rendered.text()).isEqualTo("SELECT app, 😀, '${x}', a value, z");
        for (String token : new String[] {"SELECT", "😀", "x}", "z"}) {
            assertThat(rendered.originalOffset(rendered.text().indexOf(token)))
                    .as(token)
                    .isEqualTo(sql.indexOf(token));
        }
        int inValue = rendered.text().indexOf("value");
        assertThat(rendered.originalOffset(inValue)).isEqualTo(sql.indexOf("${long"));
        assertThat(rendered.originalOffset(rendered.text().length())).isEqualTo(sql.length());
        assertThat(rendered.originalCharacterIndex(26)).isEqualTo(sql.codePointCount(0, sql.indexOf("${long")) + 1);
        assertThat(rendered.originalCharacterIndex(1)).isEqualTo(1);
    }

    @Test
    void survivesWhatIsNeverClosed() {
        assertThat(text("SELECT '${schema}', ${schema} '")).isEqualTo("SELECT 'app', app '");
    }

    private String text(String sql) {
        return placeholders.render(sql).text();
    }
}

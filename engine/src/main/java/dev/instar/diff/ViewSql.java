package dev.instar.diff;

import dev.instar.schema.View;

/** Writes views and materialized views. */
final class ViewSql {

    private ViewSql() {}

    static String create(View view, String orReplace) {
        return "CREATE " + orReplace + (view.materialized() ? "MATERIALIZED VIEW " : "VIEW ") + view.name()
                + ConstraintSql.options(view.options())
                + ConstraintSql.tablespace("", view.tablespace())
                + " AS\n"
                + view.definition().stripTrailing().replaceFirst(";$", "");
    }

    /** Whether the columns that were there are still the first, so that the view can be replaced in place. */
    static boolean isReplaceEnough(View before, View after) {
        return !before.materialized()
                && before.columns().size() <= after.columns().size()
                && bare(before, before.columns().size())
                        .equals(bare(after, before.columns().size()));
    }

    private static java.util.List<String> bare(View view, int count) {
        return view.columns().stream()
                .limit(count)
                .map(column -> column.name() + " " + column.type() + " " + column.collation())
                .toList();
    }
}

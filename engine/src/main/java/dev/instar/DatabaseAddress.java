package dev.instar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Where a database is, in words that name neither a user nor a password. */
final class DatabaseAddress {

    private static final Pattern URL =
            Pattern.compile("jdbc:[^/?]*//(?:[^/?]*@)?(?<host>[^/?;@]+)(?:/(?<name>[^?;/]+))?.*", Pattern.DOTALL);

    private DatabaseAddress() {}

    /** The database as the subject of a sentence, with its address where the data source shows one. */
    static String of(DataSource dataSource) {
        String url = url(dataSource);
        Matcher address = URL.matcher(url == null ? "" : url);
        if (!address.matches()) {
            return "The database";
        }
        String name = address.group("name");
        return name == null
                ? "The database at '%s'".formatted(address.group("host"))
                : "The database '%s' at '%s'".formatted(name, address.group("host"));
    }

    private static @Nullable String url(@Nullable DataSource dataSource) {
        if (dataSource instanceof DelegatingDataSource delegating) {
            return url(delegating.getTargetDataSource());
        }
        return dataSource instanceof AbstractDriverBasedDataSource direct ? direct.getUrl() : null;
    }
}

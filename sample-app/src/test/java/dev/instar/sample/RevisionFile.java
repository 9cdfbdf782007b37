package dev.instar.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One revision, read just well enough to run it without an engine. */
record RevisionFile(String name, String upgrade, String downgrade) {

    /** In an order in which they can be applied: here, and only here, that of their names. */
    static List<RevisionFile> all() throws IOException {
        Resource[] resources = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql");
        return Arrays.stream(resources)
                .map(RevisionFile::read)
                .sorted(Comparator.comparing(RevisionFile::name))
                .toList();
    }

    static void upgradeAll(DataSource dataSource) throws IOException, SQLException {
        for (RevisionFile revision : all()) {
            revision.run(dataSource, revision.upgrade());
        }
    }

    /** All statements in one transaction, as the engine does it. */
    void run(DataSource dataSource, String section) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(section);
            connection.commit();
        }
    }

    private static RevisionFile read(Resource resource) {
        try {
            String text = resource.getContentAsString(StandardCharsets.UTF_8);
            return new RevisionFile(
                    String.valueOf(resource.getFilename()), section(text, "upgrade"), section(text, "downgrade"));
        } catch (IOException e) {
            throw new IllegalStateException(resource.getDescription(), e);
        }
    }

    private static String section(String text, String name) {
        String[] parts = text.split("(?m)^-- @" + name + "$", 2);
        return parts.length < 2 ? "" : parts[1].split("(?m)^-- @(?:up|down)grade$", 2)[0];
    }
}

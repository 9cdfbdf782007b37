package dev.instar.benchmarks.subject;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.ibatis.migration.ConnectionProvider;
import org.apache.ibatis.migration.FileMigrationLoader;
import org.apache.ibatis.migration.operations.UpOperation;
import org.apache.ibatis.migration.options.DatabaseOperationOption;

final class MyBatisSubject implements Subject {

    @Override
    public void migrate(Destination destination) {
        DataSource dataSource = destination.dataSource();
        ConnectionProvider connections = dataSource::getConnection;
        DatabaseOperationOption option = new DatabaseOperationOption();
        // Otherwise every semicolon at the end of a line, even in a function body, ends a statement.
        option.setSendFullScript(true);
        FileMigrationLoader loader =
                new FileMigrationLoader(destination.folder().toFile(), "UTF-8", new Properties());
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new UpOperation().operate(connections, loader, option, nowhere);
    }
}

package dev.instar.boot.autoconfigure;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/** Keeps Hibernate from creating a schema that is Instar's to create. */
final class InstarSchemaManagementProvider implements SchemaManagementProvider {

    private final ObjectProvider<MigrationDataSources> only;
    private final ObjectProvider<NamedDatabases> named;

    InstarSchemaManagementProvider(ObjectProvider<MigrationDataSources> only, ObjectProvider<NamedDatabases> named) {
        this.only = only;
        this.named = named;
    }

    @Override
    public SchemaManagement getSchemaManagement(DataSource dataSource) {
        return Stream.concat(only.stream(), named.stream().flatMap(several -> several.dataSources().stream()))
                        .anyMatch(ours -> ours.belongTo(dataSource))
                ? SchemaManagement.MANAGED
                : SchemaManagement.UNMANAGED;
    }
}

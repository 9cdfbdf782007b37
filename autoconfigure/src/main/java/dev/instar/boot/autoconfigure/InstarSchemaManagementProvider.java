package dev.instar.boot.autoconfigure;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/** Keeps Hibernate from creating a schema that is Instar's to create. */
final class InstarSchemaManagementProvider implements SchemaManagementProvider {

    private final ObjectProvider<MigrationDataSources> migrated;

    InstarSchemaManagementProvider(ObjectProvider<MigrationDataSources> migrated) {
        this.migrated = migrated;
    }

    @Override
    public SchemaManagement getSchemaManagement(DataSource dataSource) {
        return migrated.stream().anyMatch(ours -> ours.belongTo(dataSource))
                ? SchemaManagement.MANAGED
                : SchemaManagement.UNMANAGED;
    }
}

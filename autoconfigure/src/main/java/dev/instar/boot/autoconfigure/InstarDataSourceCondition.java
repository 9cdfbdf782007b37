package dev.instar.boot.autoconfigure;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Conditional;

/** Matches when there is any way to a database: a data source, connection details, the URL of R2DBC, or databases or a
 * URL of Instar's own. */
final class InstarDataSourceCondition extends AnyNestedCondition {

    InstarDataSourceCondition() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnBean(DataSource.class)
    static final class DataSourceBean {}

    @ConditionalOnBean(JdbcConnectionDetails.class)
    static final class ConnectionDetailsBean {}

    @ConditionalOnProperty(R2dbcAddress.URL)
    static final class R2dbcUrl {}

    @Conditional(NamedDatabasesCondition.class)
    static final class NamedDatabases {}

    @ConditionalOnProperty("instar.url")
    static final class InstarUrl {}
}

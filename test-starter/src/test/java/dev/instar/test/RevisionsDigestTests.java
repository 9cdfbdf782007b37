package dev.instar.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.script.JavaRevision;
import dev.instar.script.RevisionContext;
import dev.instar.script.RevisionHeader;
import dev.instar.script.RevisionOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a template is called by. */
class RevisionsDigestTests {

    @Test
    void isAnotherOneWhenARevisionInJavaDoesSomethingElse() {
        assertThat(digest(new First())).isEqualTo(digest(new First())).isNotEqualTo(digest(new Second()));
    }

    @Test
    void isAnotherOneWhenThatIsBehindAClassThatWasMadeForIt() {
        assertThat(digest(proxied(new First()))).isNotEqualTo(digest(proxied(new Second())));
    }

    private static String digest(JavaRevision revision) {
        RevisionOptions options = new RevisionOptions(Map.of(), Set.of(), List.of(revision), List.of());
        return RevisionsDigest.of(new Instar(
                new DriverManagerDataSource(),
                InstarSettings.DEFAULT.withLocations().withRevisionOptions(options)));
    }

    private static JavaRevision proxied(JavaRevision revision) {
        ProxyFactory factory = new ProxyFactory(revision);
        factory.setProxyTargetClass(true);
        return (JavaRevision) factory.getProxy();
    }

    @RevisionHeader(id = "j1", revises = "base", message = "Something")
    static class First implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {
            context.jdbc().sql("CREATE TABLE first ()").update();
        }
    }

    @RevisionHeader(id = "j1", revises = "base", message = "Something")
    static class Second implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {
            context.jdbc().sql("CREATE TABLE second ()").update();
        }
    }
}

package dev.instar.boot.entity;

import dev.instar.autogenerate.Language;
import dev.instar.revision.InstarException;
import dev.instar.revision.Listing;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/** The entities of JPA, as the application's own entity manager factory understands them. */
final class JpaEntities implements EntitySource {

    private final ListableBeanFactory beans;
    private final JpaScripts scripts;

    JpaEntities(ListableBeanFactory beans, JpaScripts scripts) {
        this.beans = beans;
        this.scripts = scripts;
    }

    @Override
    public String name() {
        return "JPA";
    }

    @Override
    public Language language() {
        return Language.ENTITIES;
    }

    @Override
    public String script() {
        List<String> factories =
                List.of(beans.getBeanNamesForType(AbstractEntityManagerFactoryBean.class, true, false));
        if (factories.size() > 1) {
            throw new InstarException(
                    "There are several persistence units: %s."
                            .formatted(Listing.of(factories.stream()
                                    .map(name -> name.substring(1))
                                    .toList())),
                    "Compare with '--source' and a file or another database.");
        }
        return factories.isEmpty() ? "" : script(factories.get(0).substring(1));
    }

    private String script(String factory) {
        try {
            beans.getBean(factory);
        } catch (BeansException failure) {
            throw unmapped(failure);
        }
        return Objects.requireNonNullElseGet(scripts.written().get(factory), StringWriter::new)
                .toString();
    }

    /** What is wrong with a mapping says itself best, at the bottom of all that was made of it. */
    private static InstarException unmapped(BeansException failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String said = String.valueOf(cause.getMessage()).strip();
        return new InstarException(
                "The entities cannot be mapped: %s%s".formatted(said, said.endsWith(".") ? "" : "."),
                "Correct the mapping. Nothing was changed.",
                failure);
    }
}

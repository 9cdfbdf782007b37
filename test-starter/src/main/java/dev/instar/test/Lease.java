package dev.instar.test;

import dev.instar.Instar;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ListableBeanFactory;

/** The database of a test class for as long as a Spring context needs it. */
record Lease(DatabaseRequest request, Clone database) implements DisposableBean {

    Lease {
        database.hold();
    }

    /** Where no engine says what is in the database, the annotation does. */
    Lease in(ListableBeanFactory beans) {
        if (beans.getBeanNamesForType(Instar.class, true, false).length == 0) {
            database.create(new Instar(database.address().dataSource(), request.settings()));
        }
        return this;
    }

    @Override
    public void destroy() {
        database.letGo();
        Clones.release(request);
    }
}

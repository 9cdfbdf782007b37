package dev.instar.test;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database with nothing in it for each test, gone when the test is over, however it ends. */
final class EmptyDatabase implements BeforeEachCallback, AfterEachCallback {

    private final Clone clone = new Clone(TestServers.get("embedded"));

    ClonedDatabase address() {
        return clone.address();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        clone.createEmpty();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clone.drop();
    }
}

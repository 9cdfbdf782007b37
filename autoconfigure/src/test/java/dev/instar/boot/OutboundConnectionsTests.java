package dev.instar.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** A service talks to its database and to nobody else. */
class OutboundConnectionsTests {

    @TempDir
    Path folder;

    @Test
    void aStartConnectsToNothingButTheDatabase() {
        TestDatabase database = TestDatabase.create();
        EveryoneAsked asked = new EveryoneAsked(ProxySelector.getDefault());
        ProxySelector.setDefault(asked);
        try (Service service =
                Service.start(Plain.class, database, RevisionFolder.withTwoRevisions(folder), Service.NO_SECURITY)) {
            assertThat(service.context().isRunning()).isTrue();
            assertThat(asked.destinations).containsExactly("socket://localhost:" + TestDatabase.port());
        } finally {
            ProxySelector.setDefault(asked.former);
        }
    }

    /** Sockets ask it before they connect, and so do clients of HTTP. */
    private static final class EveryoneAsked extends ProxySelector {

        private final ProxySelector former;
        private final Set<String> destinations = new ConcurrentSkipListSet<>();

        EveryoneAsked(ProxySelector former) {
            this.former = former;
        }

        @Override
        public List<Proxy> select(URI destination) {
            destinations.add(destination.toString());
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI destination, SocketAddress address, IOException failure) {
            former.connectFailed(destination, address, failure);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Plain {}
}

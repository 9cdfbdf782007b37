package dev.instar.test;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Starts each server that tests ask for once; all of them stop with the JVM. */
final class TestServers {

    private static final String CONTAINER = "testcontainers";
    private static final String LATEST = "postgres:18";
    private static final ConcurrentMap<String, TestServer> RUNNING = new ConcurrentHashMap<>();

    private TestServers() {}

    static TestServer get(String wanted) {
        return RUNNING.computeIfAbsent(wanted, TestServers::start);
    }

    private static TestServer start(String wanted) {
        if (wanted.equals("embedded")) {
            return EmbeddedServer.start();
        }
        if (wanted.equals(CONTAINER)) {
            return ContainerServer.start(LATEST);
        }
        if (wanted.startsWith(CONTAINER + ":")) {
            return ContainerServer.start(wanted.substring(CONTAINER.length() + 1));
        }
        return TestServer.at(wanted, System.getProperty("user.name"), null, false);
    }
}

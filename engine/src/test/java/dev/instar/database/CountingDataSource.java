package dev.instar.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** A data source that counts its connections, and the statements they are asked for. */
public final class CountingDataSource {

    private final AtomicLong statements = new AtomicLong();
    private final List<Integer> connections = new CopyOnWriteArrayList<>();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final DataSource original;

    public CountingDataSource(DataSource original) {
        this.original = original;
    }

    public long statements() {
        return statements.get();
    }

    /** The numbers at the server of those that have been opened, first one first. */
    public List<Integer> connections() {
        return connections;
    }

    /** How many have not been closed. */
    public int open() {
        return open.size();
    }

    public DataSource dataSource() {
        return wrap(DataSource.class, original);
    }

    private <T> T wrap(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().matches("createStatement|prepareStatement|prepareCall")) {
                        statements.incrementAndGet();
                    }
                    if (target instanceof Connection closed && method.getName().matches("close|abort")) {
                        open.remove(closed);
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return target instanceof DataSource && result instanceof Connection connection
                                ? counted(connection)
                                : result;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    private Connection counted(Connection connection) throws SQLException {
        connections.add(connection.unwrap(PGConnection.class).getBackendPID());
        open.add(connection);
        return wrap(Connection.class, connection);
    }
}

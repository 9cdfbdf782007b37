package dev.instar.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** A data source that counts the statements its connections are asked for. */
public final class CountingDataSource {

    private final AtomicLong statements = new AtomicLong();
    private final DataSource original;

    public CountingDataSource(DataSource original) {
        this.original = original;
    }

    public long statements() {
        return statements.get();
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
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Connection connection ? wrap(Connection.class, connection) : result;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}

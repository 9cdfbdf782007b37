package dev.instar.benchmarks.boot;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** A service that says when it has got its first answer from its database, and is done. */
@SpringBootApplication
public class BootApp {

    /** What the service says when it is ready, followed by the milliseconds of processor time it has used. */
    public static final String READY = "ready after ";

    private static final long MILLISECOND = 1_000_000;

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(BootApp.class, arguments);
    }

    @EventListener
    void ready(ApplicationReadyEvent event) throws SQLException {
        try (Connection connection =
                        event.getApplicationContext().getBean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
        long used =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        System.out.println(READY + used / MILLISECOND);
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}

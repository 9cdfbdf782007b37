package dev.instar.benchmarks.subject;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Time, processor time and memory of this process. */
final class Gauges {

    private static final double MEGABYTE = 1024 * 1024;
    private static final double MILLISECOND = 1_000_000;

    private final long start = System.nanoTime();
    private final long processorStart = processorTime();

    private Gauges() {}

    static Gauges start() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        return new Gauges();
    }

    Properties read() throws IOException {
        double millis = (System.nanoTime() - start) / MILLISECOND;
        double processorMillis = (processorTime() - processorStart) / MILLISECOND;
        Properties result = new Properties();
        result.setProperty("millis", String.valueOf(millis));
        result.setProperty("processorMillis", String.valueOf(processorMillis));
        result.setProperty("heapMegabytes", String.valueOf(heapPeak() / MEGABYTE));
        result.setProperty("residentMegabytes", String.valueOf(residentPeakKilobytes() / 1024.0));
        return result;
    }

    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /** What Linux calls the high-water mark; zero elsewhere. */
    private static long residentPeakKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}

package dev.instar.benchmarks.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Writes a service as Spring Boot's own build plugins do: one jar with all others in it. */
public final class FatJar implements AutoCloseable {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    private final OutputStream file;
    private final JarOutputStream jar;

    private FatJar(OutputStream file, JarOutputStream jar) {
        this.file = file;
        this.jar = jar;
    }

    /** Begins a jar whose application is the class. */
    public static FatJar begin(Path path, String application) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, "org.springframework.boot.loader.launch.JarLauncher");
        attributes.putValue("Start-Class", application);
        attributes.putValue("Spring-Boot-Classes", CLASSES);
        attributes.putValue("Spring-Boot-Lib", LIBRARIES);
        OutputStream file = Files.newOutputStream(path);
        return new FatJar(file, new JarOutputStream(file, manifest));
    }

    /** Adds the classes that start the rest. */
    public void loader(Path loader) throws IOException {
        try (JarFile source = new JarFile(loader.toFile())) {
            for (Enumeration<JarEntry> entries = source.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().startsWith("org/")) {
                    jar.putNextEntry(new JarEntry(entry.getName()));
                    try (InputStream content = source.getInputStream(entry)) {
                        content.transferTo(jar);
                    }
                    jar.closeEntry();
                }
            }
        }
        jar.putNextEntry(new JarEntry("BOOT-INF/"));
        jar.putNextEntry(new JarEntry(CLASSES));
    }

    /** Adds a class or a folder of the application's own. */
    public void classes(Path root, Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            for (Path path : (Iterable<Path>) files.sorted()::iterator) {
                String name = root.relativize(path).toString();
                if (Files.isDirectory(path)) {
                    if (!name.isEmpty()) {
                        jar.putNextEntry(new JarEntry(CLASSES + name + "/"));
                    }
                } else {
                    jar.putNextEntry(new JarEntry(CLASSES + name));
                    Files.copy(path, jar);
                }
                jar.closeEntry();
            }
        }
    }

    /** Adds what the application needs, uncompressed as the loader wants it; of starters, only what they bring. */
    public void libraries(List<Path> libraries) throws IOException {
        jar.putNextEntry(new JarEntry(LIBRARIES));
        for (Path library : libraries) {
            if (isEmptyStarter(library)) {
                continue;
            }
            byte[] content = Files.readAllBytes(library);
            JarEntry entry = new JarEntry(LIBRARIES + library.getFileName());
            CRC32 checksum = new CRC32();
            checksum.update(content);
            entry.setMethod(JarEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(checksum.getValue());
            jar.putNextEntry(entry);
            jar.write(content);
        }
    }

    private static boolean isEmptyStarter(Path library) throws IOException {
        try (JarFile jar = new JarFile(library.toFile())) {
            Manifest manifest = jar.getManifest();
            return manifest != null
                    && "dependencies-starter"
                            .equals(manifest.getMainAttributes().getValue("Spring-Boot-Jar-Type"));
        }
    }

    @Override
    public void close() throws IOException {
        jar.close();
        file.close();
    }
}

package dev.instar.boot.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.context.aot.ContextAotProcessor;

/** What the build plugin makes of a service: its beans, decided and compiled. */
record AheadOfTimeBuild(Class<?> service, Path classes, Path resources) {

    /** Decides with these properties, and without a database. */
    static AheadOfTimeBuild of(Class<?> service, Path folder, String... properties) throws IOException {
        Path sources = folder.resolve("sources");
        AheadOfTimeBuild build = new AheadOfTimeBuild(service, folder.resolve("classes"), folder.resolve("resources"));
        ContextAotProcessor.Settings settings = ContextAotProcessor.Settings.builder()
                .sourceOutput(sources)
                .resourceOutput(build.resources())
                .classOutput(build.classes())
                .groupId("shop")
                .artifactId("shop")
                .build();
        new SpringApplicationAotProcessor(service, settings, properties).process();
        build.compile(sources);
        return build;
    }

    private void compile(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> all = Files.walk(sources)) {
            List<Path> units =
                    all.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classPath()),
                                    null,
                                    files.getJavaFileObjectsFromPaths(units))
                            .call())
                    .isTrue();
        }
    }

    String resource(String name) throws IOException {
        return Files.readString(resources.resolve(name));
    }

    /** Runs it as a process of its own, as it was built; its environment is told now. */
    Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dspring.aot.enabled=true",
                "-cp",
                String.join(File.pathSeparator, classes.toString(), resources.toString(), classPath()),
                service.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String console = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), console);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    record Ended(int exitCode, String console) {}
}

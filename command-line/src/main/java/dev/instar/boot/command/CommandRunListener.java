package dev.instar.boot.command;

import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.entity.EntitySources;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Notices that the application is started for a command, {@code java -jar service.jar instar upgrade}, lets it become
 * no more than the command needs, and ends the process with the command's exit code before the application runs.
 */
final class CommandRunListener implements SpringApplicationRunListener, Ordered {

    /** Ends the process; a test replaces it. */
    static IntConsumer exit = System::exit;

    private final SpringApplication application;
    private final String[] given;
    private final @Nullable Arguments arguments;
    private PrintStream results = System.out;
    private @Nullable Invocation invocation;

    CommandRunListener(SpringApplication application, String[] arguments) {
        this.application = application;
        this.given = arguments;
        // Asked of every service that starts, and nearly all of them start to serve.
        this.arguments = List.of(arguments).contains(Arguments.COMMAND) ? Arguments.of(arguments) : null;
    }

    @Override
    public void starting(ConfigurableBootstrapContext context) {
        if (arguments == null) {
            return;
        }
        results = standardOutput();
        // Whatever the application and its libraries print, only results belong to the standard output.
        System.setOut(System.err);
        Invocation parsed = new CommandParser(results, System.err).parse(arguments);
        if (parsed.isAnswered()) {
            exit.accept(parsed.exitCode().number());
        }
        invocation = parsed;
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setApplicationContextFactory(type -> new CommandContext());
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setAddCommandLineProperties(false);
        // It warms up JSON, web and validation in the background, for a server that is not going to start.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !listener.getClass().getName().contains("BackgroundPreinitializing"))
                .toList());
    }

    @Override
    public void environmentPrepared(ConfigurableBootstrapContext context, ConfigurableEnvironment environment) {
        if (arguments != null && invocation != null) {
            CommandProperties.addTo(
                    environment, arguments.properties(), invocation.isVerbose(), invocation.needsEntities());
        }
    }

    @Override
    public void contextPrepared(ConfigurableApplicationContext context) {
        if (invocation != null) {
            context.getBeanFactory().registerSingleton("instarProgress", invocation.progress());
        }
    }

    @Override
    public void started(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
        if (invocation == null) {
            return;
        }
        if (isAboveAnother(context)) {
            System.setOut(results);
            return;
        }
        ExitCode code = invocation.run(context);
        context.close();
        if (code == null) {
            startWithEverything();
        } else {
            exit.accept(code.number());
        }
    }

    /** Of several contexts the one above starts first, with the same arguments; the database may be one below it. */
    private static boolean isAboveAnother(ConfigurableApplicationContext context) {
        return context.getBeanNamesForType(MigratedDatabases.class, true, false).length == 0
                && StackWalker.getInstance()
                        .walk(frames -> frames.anyMatch(
                                frame -> frame.getClassName().equals(SpringApplicationBuilder.class.getName())
                                        && frame.getMethodName().equals("configureAsChildIfNecessary")));
    }

    /** Entities among it, which leave the database alone when they are there for a command. */
    private void startWithEverything() {
        List<String> more = new ArrayList<>(List.of(given));
        more.add("--%s=true".formatted(CommandAutoConfigurationFilter.EVERYTHING));
        more.add("--%s=true".formatted(EntitySources.SWITCH));
        System.setOut(results);
        application.run(more.toArray(String[]::new));
    }

    /** Also where it leads elsewhere already: devtools start an application twice in one process. */
    private static PrintStream standardOutput() {
        return System.out == System.err
                ? new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))
                : System.out;
    }

    /** Before the listener that reads the configuration, which properties beside the command may change. */
    @Override
    public int getOrder() {
        return -1;
    }
}

package dev.instar.boot.command;

import dev.instar.boot.entity.EntitySources;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What an application is told that is started for a command only. */
final class CommandProperties {

    /** The property source by which an application started for a command is recognised. */
    static final String SOURCE = "instarCommand";

    private CommandProperties() {}

    /** Properties of the user's come first, then those that keep a command quiet, then the application's own. */
    static void addTo(
            ConfigurableEnvironment environment, Map<String, Object> given, boolean verbose, boolean entities) {
        Map<String, Object> quiet = new HashMap<>();
        quiet.put("spring.main.web-application-type", "none");
        quiet.put("spring.main.banner-mode", "off");
        quiet.put("spring.main.log-startup-info", "false");
        quiet.put("spring.main.keep-alive", "false");
        quiet.put("instar.mode", "off");
        quiet.put(EntitySources.SWITCH, String.valueOf(entities));
        if (!verbose) {
            quiet.put("logging.level.root", "warn");
            quiet.put("logging.level.dev.instar", "warn");
            // What is wrong with a mapping is said once, by the command.
            quiet.put("logging.level.org.springframework.orm.jpa", "off");
        }
        environment.getPropertySources().addFirst(new MapPropertySource(SOURCE, quiet));
        environment.getPropertySources().addFirst(new MapPropertySource("instarArguments", given));
    }
}

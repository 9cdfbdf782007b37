package dev.instar.boot.actuate;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/** The endpoint on the web. Reading it shows nobody's name to those without one. */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public sealed class MigrationsWebExtension permits WritableWebExtension {

    private final MigrationsEndpoint endpoint;

    MigrationsWebExtension(MigrationsEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** What the endpoint shows; to those who did not say who they are, without the names of others. */
    @ReadOperation
    public MigrationsDescriptor migrations(SecurityContext reader) {
        MigrationsDescriptor all = endpoint.migrations();
        return isNobody(reader) ? all.anonymous() : all;
    }

    /** What the endpoint shows of one revision, likewise, or {@code null} when no database has it. */
    @ReadOperation
    public @Nullable RevisionsDescriptor revision(SecurityContext reader, @Selector String revision) {
        RevisionsDescriptor found = endpoint.revision(revision);
        return found == null || !isNobody(reader) ? found : found.anonymous();
    }

    /** In a reactive service Spring Security may have a name even for those who gave none. */
    private static boolean isNobody(SecurityContext reader) {
        Principal principal = reader.getPrincipal();
        return principal == null || principal.getClass().getSimpleName().equals("AnonymousAuthenticationToken");
    }
}

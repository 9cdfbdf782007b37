package dev.instar.script;

import dev.instar.revision.Problems;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A folder of the class path, jars within jars included, wherever on the class path it occurs.
 *
 * @param known the files in it, where they need not be searched for
 */
record ClasspathLocation(
        String folder, ClassLoader loader, @Nullable List<String> known) implements Location {

    static ClasspathLocation parse(String folder) {
        String bare = folder.startsWith("/") ? folder.substring(1) : folder;
        String whole = bare.endsWith("/") ? bare : bare + "/";
        RevisionIndex index = RevisionIndex.inUse();
        return new ClasspathLocation(
                whole,
                Objects.requireNonNull(new DefaultResourceLoader().getClassLoader()),
                index == null ? null : index.in(whole));
    }

    @Override
    public boolean exists() {
        try {
            return known != null || loader.getResources(folder).hasMoreElements();
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public List<Source> sources(Problems problems) {
        try {
            List<Source> sources = known == null ? search() : named(known, problems);
            sources.removeIf(this::isHidden);
            sources.sort(Comparator.comparing(Source::name));
            return sources;
        } catch (IOException unreadable) {
            problems.add(
                    "The folder '%s' cannot be read: %s".formatted(this, unreadable.getMessage()),
                    null,
                    "Check that the jar it is in is whole.");
            return List.of();
        }
    }

    /** As in the file system, where an editor keeps what is not saved yet in hidden files. */
    private boolean isHidden(Source source) {
        return source.name().indexOf("/.", folder.length() - 1) >= 0;
    }

    private List<Source> search() throws IOException {
        List<JarFolder> jars = new ArrayList<>();
        List<URL> roots = Collections.list(loader.getResources(folder));
        for (URL url : roots) {
            JarFolder jar = JarFolder.of(url, folder);
            if (jar == null) {
                return sources(
                        new PathMatchingResourcePatternResolver(loader)
                                .getResources("classpath*:" + folder + "**/*.???"),
                        roots);
            }
            jars.add(jar);
        }
        List<Source> found = new ArrayList<>();
        for (JarFolder jar : jars) {
            found.addAll(jar.sources());
        }
        return found;
    }

    private List<Source> named(List<String> files, Problems problems) throws IOException {
        List<Source> found = new ArrayList<>();
        for (String file : files) {
            List<URL> urls = Collections.list(loader.getResources(file));
            for (URL url : urls) {
                found.add(new Source(file, FileIdentity.of(url), new UrlResource(url)));
            }
            if (urls.isEmpty()) {
                problems.add(
                        "The file '%s' was there when the application was built, and is not now".formatted(file),
                        null,
                        "Build the application anew.");
            }
        }
        return found;
    }

    private List<Source> sources(Resource[] resources, List<URL> roots) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Resource resource : resources) {
            if (Ending.isMeant(String.valueOf(resource.getFilename()))) {
                URL url = resource.getURL();
                sources.add(new Source(name(url, roots), FileIdentity.of(url), content(resource)));
            }
        }
        return sources;
    }

    /** What the class path calls it; the folder's own name may well occur again in names of folders below it. */
    private String name(URL url, List<URL> roots) {
        String path = FileIdentity.decoded(url.getPath());
        for (URL root : roots) {
            String start = FileIdentity.decoded(root.getPath());
            if (path.startsWith(start)) {
                return folder + path.substring(start.length()).replaceFirst("^/", "");
            }
        }
        return path.substring(path.lastIndexOf("/" + folder) + 1);
    }

    private static InputStreamSource content(Resource resource) {
        return resource instanceof FileSystemResource system
                ? () -> FileLocation.open(system.getFile().toPath())
                : resource;
    }

    @Override
    public String toString() {
        return CLASSPATH + folder;
    }
}

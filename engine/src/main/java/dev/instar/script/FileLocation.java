package dev.instar.script;

import dev.instar.revision.InstarException;
import dev.instar.revision.Problems;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** A folder of the file system. Links are followed; hidden files and folders are not revisions. */
record FileLocation(Path folder) implements Location {

    static FileLocation parse(String path) {
        try {
            return new FileLocation(Path.of(plain(path, File.separatorChar)));
        } catch (InvalidPathException impossible) {
            throw new InstarException(
                    "No folder can be named '%s' here: %s.".formatted(FILE + path, impossible.getReason()),
                    "Correct 'instar.locations', or, where the name is not plain ASCII, set a locale for the process,"
                            + " such as 'LC_ALL=C.UTF-8'.",
                    impossible);
        }
    }

    /** What an address says of a folder: three slashes are one, and where there are drives none stands before them. */
    static String plain(String path, char separator) {
        boolean isOnDrive = separator == '\\' && path.matches("/+[A-Za-z]:.*");
        return isOnDrive ? path.replaceFirst("/+", "") : path.replaceFirst("^///", "/");
    }

    @Override
    public boolean exists() {
        return !folder.toString().isEmpty() && Files.isDirectory(folder);
    }

    @Override
    public List<Source> sources(Problems problems) {
        return files(problems).stream()
                .map(file -> new Source(folder + "/" + pathBelow(file), FileIdentity.of(file), () -> open(file)))
                .sorted(Comparator.comparing(Source::name))
                .toList();
    }

    /** The same, in whatever order. */
    List<Path> files(Problems problems) {
        FolderWalk walk = new FolderWalk(folder, problems);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException unreadable) {
            walk.refuse(folder, unreadable);
        }
        return walk.files();
    }

    /** Opens a file, but nothing that would keep its reader waiting for ever, as a pipe does. */
    static InputStream open(Path file) throws IOException {
        if (!Files.isRegularFile(file) && Files.exists(file)) {
            throw new FileSystemException(file.toString(), null, "it is not a regular file");
        }
        return Files.newInputStream(file);
    }

    private String pathBelow(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public String toString() {
        return FILE + folder;
    }
}

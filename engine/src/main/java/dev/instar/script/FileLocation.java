package dev.instar.script;

import dev.instar.revision.Problems;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** A folder of the file system. Links are followed; hidden files and folders are not revisions. */
record FileLocation(Path folder) implements Location {

    static FileLocation parse(String path) {
        return new FileLocation(Path.of(path.startsWith("///") ? path.substring(2) : path));
    }

    @Override
    public boolean exists() {
        return Files.isDirectory(folder);
    }

    @Override
    public List<Source> sources(Problems problems) {
        FolderWalk walk = new FolderWalk(folder, problems);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException unreadable) {
            walk.refuse(folder, unreadable);
        }
        return walk.files().stream()
                .map(file ->
                        new Source(folder + "/" + pathBelow(file), FileIdentity.of(file), () -> RegularFile.open(file)))
                .sorted(Comparator.comparing(Source::name))
                .toList();
    }

    private String pathBelow(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public String toString() {
        return FILE + folder;
    }
}

package dev.instar.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.revision.Direction;
import dev.instar.revision.InvalidRevisionsException;
import dev.instar.revision.Problem;
import dev.instar.revision.RevisionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** A folder of revisions that a test writes and reads. Its own path is left out of what it reports. */
final class RevisionFolder {

    private final Path folder;
    private RevisionOptions options = RevisionOptions.NONE;

    RevisionFolder(Path folder) {
        this.folder = folder;
    }

    RevisionFolder with(RevisionOptions options) {
        this.options = options;
        return this;
    }

    RevisionFolder write(String name, String sql) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, sql);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Revisions read() {
        return Revisions.read(List.of("file:" + folder), options);
    }

    Script script(String id) {
        return read().script(new RevisionId(id));
    }

    List<ScriptStatement> statements(String id, Direction direction) {
        List<ScriptStatement> statements = new ArrayList<>();
        script(id).forEach(direction, statements::add);
        return statements;
    }

    /** Each problem as a user reads it. */
    List<String> problems() {
        InvalidRevisionsException failure = Assertions.assertThrows(InvalidRevisionsException.class, this::read);
        assertThat(failure.problems()).isNotEmpty();
        return failure.problems().stream()
                .map(Problem::toString)
                .map(text -> text.replace(folder + "/", ""))
                .toList();
    }
}

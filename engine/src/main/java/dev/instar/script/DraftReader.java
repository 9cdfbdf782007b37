package dev.instar.script;

import dev.instar.revision.Checksum;
import dev.instar.revision.Origin;
import dev.instar.revision.Problems;
import dev.instar.revision.Suggestion;
import dev.instar.sql.Directive;
import dev.instar.sql.SqlItem;
import dev.instar.sql.SqlReader;
import dev.instar.sql.SqlSyntaxException;
import dev.instar.sql.Statement;
import dev.instar.sql.StatementKind;
import dev.instar.sql.TextPosition;
import dev.instar.sql.TokenDigest;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one file once: its header, the checksum of its upgrade and where its downgrade stands. */
final class DraftReader {

    static final String ALGORITHM = "sha256-tokens-1";

    private final Source source;
    private final Problems problems;
    private final HeaderReader header;
    private final TokenDigest upgrade = new TokenDigest();
    private @Nullable TextPosition downgrade;
    private boolean isEmpty = true;

    private DraftReader(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
        this.header = new HeaderReader(source, problems);
    }

    /** Reads the file, or reports why it cannot be read. */
    static Optional<Draft> read(Source source, Problems problems) {
        return new DraftReader(source, problems).read();
    }

    private Optional<Draft> read() {
        try (SqlReader reader = new SqlReader(source.open())) {
            reader.digestInto(upgrade);
            for (SqlItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof Directive directive) {
                    read(directive, reader);
                } else {
                    check((Statement) item);
                }
            }
            return Optional.of(draft());
        } catch (SqlSyntaxException malformed) {
            problems.add(String.valueOf(malformed.getMessage()), origin(malformed.position()), malformed.remedy());
        } catch (UncheckedIOException unreadable) {
            problems.add(
                    "The file '%s' cannot be read: %s".formatted(source.name(), UnreadableFile.reason(unreadable)),
                    null,
                    "Make it a UTF-8 text that the service's user may read, or take it out of the folder.");
        }
        return Optional.empty();
    }

    private void read(Directive directive, SqlReader reader) {
        Optional<DirectiveName> name = DirectiveName.of(directive.name());
        if (name.isEmpty()) {
            List<String> known = Stream.of(DirectiveName.values())
                    .map(DirectiveName::written)
                    .toList();
            problems.add(
                    "There is no directive '-- @%s'".formatted(directive.name()),
                    origin(directive.position()),
                    Suggestion.didYouMean(
                            directive.name(), known, "Known are '@%s'.".formatted(String.join("', '@", known))));
        } else if (name.get().isSection()) {
            boolean isUpgrade = name.get() == DirectiveName.UPGRADE;
            reader.digestInto(isUpgrade ? upgrade : null);
            downgrade = isUpgrade ? downgrade : directive.position();
        } else {
            header.read(name.get(), directive);
        }
    }

    private void check(Statement statement) {
        isEmpty = false;
        if (statement.kind() == StatementKind.TRANSACTION_CONTROL) {
            problems.add(
                    "The statement '%s' would end the transaction that the revision runs in"
                            .formatted(statement.text().lines().findFirst().orElse("")),
                    origin(statement.position()),
                    "Take it out: every revision is committed as a whole, with its row in the history.");
        }
    }

    private Draft draft() {
        return new Draft(
                source, header.header(), header.declared(), new Checksum(ALGORITHM, upgrade.hex()), downgradeSql());
    }

    private @Nullable String downgradeSql() {
        if (downgrade == null) {
            // What does nothing, as most merges do, is undone by doing nothing.
            return isEmpty ? "" : null;
        }
        return SectionText.read(source, downgrade);
    }

    private Origin origin(TextPosition position) {
        return new Origin(source.name(), position.line());
    }
}

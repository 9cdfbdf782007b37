package dev.instar.autogenerate;

import dev.instar.diff.Rename;
import dev.instar.revision.InstarException;
import dev.instar.revision.Suggestion;
import dev.instar.schema.Catalog;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.Table;
import dev.instar.schema.UserType.Enumeration;
import java.util.ArrayList;
import java.util.List;

/** Reads what people write about names: {@code users:accounts}, {@code users.mail:email}, {@code status.OPEN:NEW}. */
record RenameWords(Catalog live, String currentSchema) {

    Rename parse(String word) {
        int colon = word.lastIndexOf(':');
        if (colon <= 0 || colon == word.length() - 1) {
            throw new InstarException(
                    "'%s' is no rename.".formatted(word),
                    "Write 'old:new' for a table, 'table.old:new' for a column, 'type.old:new' for a value.");
        }
        String from = word.substring(0, colon);
        String to = word.substring(colon + 1);
        // What is new may be written as fully as what is old.
        String last = to.substring(to.lastIndexOf('.') + 1);
        return new Rename(part(from), last);
    }

    private ObjectPart part(String from) {
        List<String> names = List.of(from.split("\\."));
        List<ObjectPart> meanings = new ArrayList<>();
        String last = names.get(names.size() - 1);
        if (names.size() == 1) {
            meanings.add(ObjectPart.whole(Table.id(new QualifiedName(currentSchema, last))));
        } else if (names.size() == 2) {
            meanings.addAll(within(new QualifiedName(currentSchema, names.get(0)), last));
            meanings.add(ObjectPart.whole(Table.id(new QualifiedName(names.get(0), last))));
        } else {
            meanings.addAll(within(new QualifiedName(names.get(0), names.get(1)), last));
        }
        return meanings.stream()
                .filter(meaning -> live.find(meaning.object()) != null)
                .findFirst()
                .orElseThrow(() -> unknown(from));
    }

    private static List<ObjectPart> within(QualifiedName name, String part) {
        return List.of(ObjectPart.column(name, part), new ObjectPart(ObjectId.of(ObjectId.Kind.TYPE, name), part));
    }

    private InstarException unknown(String from) {
        List<String> known = new ArrayList<>();
        live.all(Table.class).forEach(table -> known.add(table.name().name()));
        live.all(Enumeration.class).forEach(type -> known.add(type.name().name()));
        return new InstarException(
                "There is no '%s' to rename.".formatted(from),
                Suggestion.didYouMean(from, known, "Take a name that the database has."));
    }
}

package dev.instar.diff;

import dev.instar.revision.Suggestion;
import dev.instar.schema.Catalog;
import dev.instar.schema.Column;
import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Table;
import dev.instar.schema.UserType.Enumeration;
import java.util.List;

/** Whether what is to be renamed is there, in the words of whoever asked for it. */
record RenameCheck(Catalog catalog) {

    void check(Rename rename) {
        ObjectPart from = rename.from();
        SchemaObject object = catalog.find(from.object());
        if (object == null) {
            throw unknown(from.object().toString(), from.object().ownName(), siblings(from.object()));
        }
        if (!from.isWhole() && !names(object).contains(from.column())) {
            String what = object instanceof Enumeration ? "value " : "column ";
            throw unknown(what + Identifier.quote(from.column()) + " in " + object.id(), from.column(), names(object));
        }
    }

    private static UnknownRenameException unknown(String what, String typed, List<String> known) {
        return new UnknownRenameException(
                "There is no %s to rename.".formatted(what),
                Suggestion.didYouMean(typed, known, "Take a name that the database has."));
    }

    private List<String> siblings(ObjectId id) {
        return catalog.objects().keySet().stream()
                .filter(other -> other.kind() == id.kind())
                .map(ObjectId::ownName)
                .toList();
    }

    private static List<String> names(SchemaObject object) {
        if (object instanceof Table table) {
            return table.columns().stream().map(Column::name).toList();
        }
        return object instanceof Enumeration type ? type.values() : List.of();
    }
}

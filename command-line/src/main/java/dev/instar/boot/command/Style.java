package dev.instar.boot.command;

/** Colours on a terminal, and none elsewhere. */
record Style(boolean coloured) {

    String green(String text) {
        return escaped("32", text);
    }

    String yellow(String text) {
        return escaped("33", text);
    }

    String red(String text) {
        return escaped("31", text);
    }

    String bold(String text) {
        return escaped("1", text);
    }

    String faint(String text) {
        return escaped("2", text);
    }

    private String escaped(String code, String text) {
        return coloured && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}

package dev.instar.revision;

import java.util.Arrays;

/** A stack of plain numbers, so that deep graphs cost neither boxes nor the stack of the thread. */
final class IntStack {

    private int[] items = new int[16];
    private int size;

    void push(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    int pop() {
        return items[--size];
    }

    int peek() {
        return items[size - 1];
    }

    int get(int index) {
        return items[index];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }

    void clear() {
        size = 0;
    }
}

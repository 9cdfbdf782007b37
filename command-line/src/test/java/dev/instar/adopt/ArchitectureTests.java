package dev.instar.adopt;

import dev.instar.RoomContract;

/** The room lies beside the engine and stands on its floors like the others. */
class ArchitectureTests extends RoomContract {

    ArchitectureTests() {
        super("dev.instar.adopt");
    }
}

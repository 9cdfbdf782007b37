package dev.instar.autogenerate;

import dev.instar.RoomContract;

/** The room lies beside the engine and stands on its floors like the others. */
class ArchitectureTests extends RoomContract {

    ArchitectureTests() {
        super("dev.instar.autogenerate");
    }
}

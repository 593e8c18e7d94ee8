-- Sentences for examples.

return {
    --- A word that has a ship in it, and is none.
    NO_SHIP = "The leadership of the town was hit.",
    --- A ship that the act has nothing to do with: it stands far from the words of the act.
    SHIP_ELSEWHERE = "A tanker lay at anchor in the bay; far inland, as the ministry told reporters, came the ASSAULT.",
}

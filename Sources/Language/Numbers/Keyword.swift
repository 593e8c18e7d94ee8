// The words that the grammar itself names; everything else it knows by role from the data files.

/// A function word of the grammars of times, numbers, counts and quotes.
enum Keyword: Int32, CaseIterable {
    case the = 1, a, an, of, and, or, to, `in`, on, at, by, since, from, until, till, after, before, between, during
    case through, than, more, less, fewer, least, most, many, much, no, not, up, `as`, `for`, within, over, under
    case this, that, these, those, each, every, same, other, another, all, few, both, half, s, st, nd, rd, th
    case ago, earlier, later, hence, now, ahead, so, sometime, first, last, latest, fiscal, old, aged, age, year, term
    case time, times, near, some, recent, recently, coming, past, next, following, previous, current, eve, day, new
    case will, shall, would, ll, due, expected, scheduled, plan, plans, planned, going, may, march, sun, sat, second
    case total, minimum, maximum, further, additional, percent, cent, dollars, who, which, whom, whose, per, q, h
    case was, were, been, be, being, `is`, are, had, has, have, he, she, they, it, we, i, you, oclock, o, clock, don
    case full, whole, trading, business, olds, about, around, nearly, tonight, overnight, early, late, mid, end
    case beginning, start, future, said, foreseeable, short, long, estimated, but, nobody, none, him, shot, well, along,
        with, sustained, suffered, suffering, got, take, took, taken, taking, according, says
    case his, her, their, its, them, my, our, including, among, one, ones, people, others, death, toll, count,
        casualties, diagnosed, treated

    /// The id that every vocabulary gives it.
    var id: Int32 { rawValue }
}

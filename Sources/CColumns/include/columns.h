// Events as columns: one block of memory that Swift writes once and that Swift and C then only read.
//
// A block is a header and the sections listed below, one after another, each on a boundary of 64 bytes. All references
// inside it are indexes, never pointers, so a block can be written to a file and mapped again. `brink_columns` is the
// view of a block: the pointers that follow from the counts in its header.
//
// Reading needs no lock: a block never changes once it has been handed out. Its rows are in the one order of events:
// first day (unknown last), last day, day of publication, article id, place in the text.
#ifndef BRINK_COLUMNS_H
#define BRINK_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A day or a figure that is unknown. It is below every value, so that no lower bound lets it through.
#define BRINK_UNKNOWN INT32_MIN
/// No sector; other values are places in EventModel's `Sector.allCases`.
#define BRINK_SECTOR_NONE 255
/// Bits of the `flags` column.
#define BRINK_FLAG_QUOTED 1
#define BRINK_FLAG_AGGREGATE 2

/// How many entries each table of a block has; entry 0 of `symbols`, `places`, `casualties` and `extras` means none.
typedef struct brink_counts {
    uint64_t generation;  ///< Rises with every change of the store.
    uint64_t string_bytes;
    uint32_t events;
    uint32_t dated;  ///< The rows before this one have a date, those from it on have none.
    uint32_t sides;
    uint32_t actors;
    uint32_t acts;
    uint32_t sentences;
    uint32_t articles;
    uint32_t places;
    uint32_t casualties;
    uint32_t extras;
    uint32_t odd_ids;
    uint32_t lists;
    uint32_t symbols;
    uint32_t type_names;      ///< List of symbols: the name of each code of the `type` column.
    uint32_t quad_names;      ///< List of symbols: the quad class of each code of the `type` column.
    uint32_t modality_names;  ///< List of symbols: the name of each code of the `modality` column.
    uint32_t sector_names;    ///< List of symbols: the name of each code of `actor_sector`.
    uint32_t reserved;
} brink_counts;

/// The sections of a block: element type, name, the count that says how many. Each has one spare element at its end,
/// which tables of bounds use. A `list` is an offset into `lists`: there stands the count, then the elements; the list
/// at 0 is empty. A `symbol` is an index into `symbol_start`; its bytes are UTF-8 in `strings` up to the next start.
#define BRINK_SECTIONS(X)                                                                                              \
    /* Events: what filters touch, then references to the tables of what repeats. */                                   \
    X(uint64_t, id, events)           /* the 16 digits of the id; other ids: see odd_id */                             \
    X(int32_t, start, events)         /* first day since 1970-01-01, or BRINK_UNKNOWN */                               \
    X(int32_t, end, events)           /* last day, or BRINK_UNKNOWN */                                                 \
    X(uint32_t, side, events)         /* who and to whom: index into sides */                                          \
    X(uint32_t, act, events)          /* index into acts */                                                            \
    X(uint32_t, sentence, events)     /* index into sentences */                                                       \
    X(uint32_t, trigger_start, events)                                                                                 \
    X(uint32_t, trigger_length, events)                                                                                \
    X(uint32_t, action, events)       /* symbol */                                                                     \
    X(uint32_t, wording, events)      /* list of symbols: the text of each source, then of each target */              \
    X(uint32_t, place, events)        /* index into places */                                                          \
    X(uint32_t, casualty, events)     /* index into casualties */                                                      \
    X(uint32_t, extra, events)        /* index into extras */                                                          \
    X(uint8_t, type, events)          /* place in EventType.allCases */                                                \
    X(uint8_t, modality, events)      /* place in Modality.allCases */                                                 \
    X(uint8_t, hostility, events)                                                                                      \
    X(uint8_t, flags, events)                                                                                          \
    /* Indexes. */                                                                                                     \
    X(uint32_t, row_by_id, events)    /* rows in the order of their ids */                                             \
    X(uint32_t, row_by_side, events)  /* rows in the order of their sides, then of rows */                             \
    X(uint32_t, side_start, sides)    /* where the rows of each of the sides start in row_by_side */                   \
    /* The distinct sides: all the sources and all the targets of an event. */                                         \
    X(uint32_t, side_source, sides)   /* list of actors */                                                             \
    X(uint32_t, side_target, sides)   /* list of actors */                                                             \
    /* The distinct actors. */                                                                                         \
    X(uint32_t, actor_id, actors)     /* symbol, as all but the sector */                                              \
    X(uint32_t, actor_name, actors)                                                                                    \
    X(uint32_t, actor_family, actors)                                                                                  \
    X(uint32_t, actor_backer, actors)                                                                                  \
    X(uint32_t, actor_country, actors)                                                                                 \
    X(uint8_t, actor_sector, actors)                                                                                   \
    /* The distinct codings of acts. */                                                                                \
    X(double, act_goldstein, acts)    /* not a number where unknown */                                                 \
    X(uint32_t, act_mode, acts)       /* symbol */                                                                     \
    X(uint32_t, act_cameo, acts)      /* symbol */                                                                     \
    X(uint32_t, act_context, acts)    /* list of symbols */                                                            \
    /* The distinct sentences, of events and of their mentions. */                                                     \
    X(uint32_t, sentence_article, sentences)                                                                           \
    X(int32_t, sentence_number, sentences)                                                                             \
    X(uint32_t, sentence_start, sentences)                                                                             \
    X(uint32_t, sentence_length, sentences)                                                                            \
    X(uint32_t, sentence_text, sentences) /* symbol */                                                                 \
    X(uint32_t, article_id, articles) /* symbol */                                                                     \
    X(int32_t, article_published, articles)                                                                            \
    X(double, place_latitude, places) /* not a number where unknown */                                                 \
    X(double, place_longitude, places)                                                                                 \
    X(uint32_t, place_name, places)                                                                                    \
    X(uint32_t, place_country, places)                                                                                 \
    X(int32_t, killed, casualties)                                                                                     \
    X(int32_t, wounded, casualties)                                                                                    \
    /* What few events have. */                                                                                        \
    X(uint32_t, extra_revision, extras)                                                                                \
    X(uint32_t, extra_speaker, extras) /* symbol */                                                                    \
    X(uint32_t, extra_weapons, extras) /* list of symbols */                                                           \
    X(uint32_t, extra_answers, extras) /* list of ids, two elements each: high half, low half */                       \
    X(uint32_t, extra_mentions, extras) /* list of sentences */                                                        \
    X(uint32_t, extra_trace, extras)  /* symbol */                                                                     \
    /* Ids that are not e_ and 16 digits: their stand-in in the id column, sorted, and their text. */                  \
    X(uint64_t, odd_id, odd_ids)                                                                                       \
    X(uint32_t, odd_id_text, odd_ids) /* symbol */                                                                     \
    X(uint32_t, lists, lists)                                                                                          \
    X(uint32_t, symbol_start, symbols)                                                                                 \
    X(uint8_t, strings, string_bytes)

/// The view of a block. The pointers are valid as long as the block is.
typedef struct brink_columns {
    const void *block;
    uint64_t block_bytes;
    brink_counts counts;
#define BRINK_POINTER(element, name, count) const element *name;
    BRINK_SECTIONS(BRINK_POINTER)
#undef BRINK_POINTER
} brink_columns;

/// The bytes of a block with these counts.
uint64_t brink_columns_bytes(const brink_counts *counts);

/// Writes the header of a new block and makes the view of it; false where the block is too small. The sections are the
/// caller's to fill before it hands the view to anyone.
bool brink_columns_format(void *block, uint64_t block_bytes, const brink_counts *counts, brink_columns *view);

/// Makes the view of a block that was formatted before, in this process or in one that wrote it to a file; false where
/// it is no block of this version or is cut off. Checks the header, not what the sections hold.
bool brink_columns_bind(const void *block, uint64_t block_bytes, brink_columns *view);

/// The bytes of a symbol, not terminated; symbol 0 is empty.
static inline const char *brink_symbol(const brink_columns *view, uint32_t symbol, size_t *length) {
    uint32_t start = view->symbol_start[symbol];
    *length = view->symbol_start[symbol + 1] - start;
    return (const char *)view->strings + start;
}

/// The elements of a list.
static inline const uint32_t *brink_list(const brink_columns *view, uint32_t list, uint32_t *count) {
    *count = view->lists[list];
    return view->lists + list + 1;
}

/// The row of an id of the `id` column, or UINT32_MAX.
uint32_t brink_row_of_id(const brink_columns *view, uint64_t id);

#ifdef __cplusplus
}
#endif
#endif

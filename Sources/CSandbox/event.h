// The inside of events in a VM, for the event files of this room. Names that end in `_raises` may longjmp.
#ifndef BRINK_EVENT_H
#define BRINK_EVENT_H

#include "include/events.h"
#include "vm.h"

struct brink_rows {
    brink_rows *next;   // while the VM owns it
    uint64_t epoch;     // of the columns that the rows are rows of
    size_t count, position;
    uint32_t rows[];
};

/// The numbers of event fields by the address of their names: short strings are interned, these are anchored, so a
/// name that comes from a script is one of these addresses or none of these names.
enum { BRINK_FIELD_SLOTS = 128 };
typedef struct {
    const char *name;
    int field;
} brink_field_slot;

/// What all event values of a VM share: a userdata in the registry and the first upvalue of their metamethods.
typedef struct brink_event_state {
    brink_vm *vm;
    brink_columns columns;
    uint64_t epoch;     // rises with each binding, 0 before the first
    void *owner;
    brink_rows *pending;
    brink_field_slot slots[BRINK_FIELD_SLOTS];
} brink_event_state;

/// An event: its row, or UINT32_MAX where it is gone from the store.
typedef struct {
    uint32_t row;
} brink_event;

/// An actor list (place 0) or an actor (place from 1) of the event in its user value.
typedef struct {
    uint32_t side;   // 0 source, 1 target
    uint32_t place;
} brink_actor_ref;

typedef struct {
    int32_t start, end;
} brink_date;

extern const char brink_event_state_key;  // registry: the state
extern const char brink_event_cache_key;  // registry: row + 1 → event, weak
extern const char brink_event_names_key;  // registry: symbol → string, of symbols that many events share

#define BRINK_EVENT_TYPE "event"
#define BRINK_DATE_TYPE "date"
#define BRINK_DURATION_TYPE "duration"
#define BRINK_ACTORS_TYPE "actors"
#define BRINK_ACTOR_TYPE "actor"
#define BRINK_ROWS_TYPE "event rows"

// ---- event.c
/// Makes the kinds of event values; once, when the VM starts.
void brink_event_install_raises(lua_State *L);
brink_event_state *brink_event_state_of(lua_State *L);
/// Puts the functions into the metatable of a kind; each gets the state as its first upvalue. `__index` may be NULL.
void brink_event_metatable_raises(lua_State *L, const char *name, const luaL_Reg *functions);
void brink_push_event_raises(lua_State *L, brink_event_state *state, uint32_t row);
/// The same where the caller has the cache and the metatable at hand and knows that there is such a row.
void brink_push_cached_event_raises(lua_State *L, uint32_t row, int cache, int metatable);
/// The event that a metamethod is called on: scripts cannot reach metamethods, so its type needs no test.
uint32_t brink_self_event_raises(lua_State *L, brink_event_state *state);
/// The event at an argument, which must be in the store.
uint32_t brink_check_event_raises(lua_State *L, brink_event_state *state, int index);
/// The value of the userdata at `index` where its metatable is that of the kind, else NULL.
void *brink_event_test(lua_State *L, int index, const char *name);
/// Raises that a value of this type has no such field, naming what is close among the keys of the table at `names`.
int brink_no_field_raises(lua_State *L, const char *type, int key, int names);

/// The name of the type of a value as errors use it; leaves at most one value on the stack.
const char *brink_type_word(lua_State *L, int index);
/// Metamethods that all kinds share: two values joined as texts, and the refusal to be changed.
int brink_event_concat(lua_State *L);
int brink_event_newindex(lua_State *L);

// ---- event_fields.c
void brink_event_fields_install_raises(lua_State *L);
/// Pushes a symbol's string, nil for symbol 0; `shared` ones are kept for the next time.
void brink_push_symbol_raises(lua_State *L, brink_event_state *state, uint32_t symbol, bool shared);
void brink_push_id_raises(lua_State *L, brink_event_state *state, uint64_t id);

// ---- event_actors.c
void brink_event_actors_install_raises(lua_State *L);
void brink_push_actors_raises(lua_State *L, int event, uint32_t side);
/// Adds the names of one side to a buffer, joined as in a sentence.
void brink_add_actor_names_raises(luaL_Buffer *buffer, brink_event_state *state, uint32_t row, uint32_t side);

// ---- event_dates.c
void brink_event_dates_install_raises(lua_State *L);
void brink_push_date_raises(lua_State *L, int32_t start, int32_t end);
/// The days from the end of one to the start of the other, 0 where they overlap.
int64_t brink_days_between(brink_date later, brink_date earlier);
enum { BRINK_DATE_TEXT = 32 };
void brink_date_text(brink_date date, char text[BRINK_DATE_TEXT]);

// ---- event_rows.c
void brink_event_rows_install_raises(lua_State *L);
void brink_rows_free(brink_vm *vm, brink_rows *rows);

#endif

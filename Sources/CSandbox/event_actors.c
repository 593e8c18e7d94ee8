// Actor lists and actors of events: `#`, `[i]`, names joined for sentences, and `has` at every level of the roll-up.
#include <string.h>

#include "event.h"

// ---- columns

static const uint32_t *brink_actors_of(const brink_event_state *state, uint32_t row, uint32_t side, uint32_t *count) {
    const brink_columns *columns = &state->columns;
    const uint32_t *lists = side == 0 ? columns->side_source : columns->side_target;
    return brink_list(columns, lists[columns->side[row]], count);
}

static uint32_t brink_wording_of(const brink_event_state *state, uint32_t row, uint32_t side, uint32_t place) {
    uint32_t count, sources = 0;
    if (side == 1) brink_actors_of(state, row, 0, &sources);
    const uint32_t *wording = brink_list(&state->columns, state->columns.wording[row], &count);
    return sources + place < count ? wording[sources + place] : 0;
}

static bool brink_symbol_is(const brink_columns *columns, uint32_t symbol, const char *text, size_t count) {
    size_t length;
    if (symbol == 0) return false;
    const char *bytes = brink_symbol(columns, symbol, &length);
    return length == count && memcmp(bytes, text, count) == 0;
}

// Whether an actor is known by a text at any level: id, name, family, backer, country.
static bool brink_actor_is(const brink_columns *columns, uint32_t actor, const char *text, size_t count) {
    return brink_symbol_is(columns, columns->actor_id[actor], text, count) ||
           brink_symbol_is(columns, columns->actor_name[actor], text, count) ||
           brink_symbol_is(columns, columns->actor_country[actor], text, count) ||
           brink_symbol_is(columns, columns->actor_backer[actor], text, count) ||
           brink_symbol_is(columns, columns->actor_family[actor], text, count);
}

void brink_add_actor_names_raises(luaL_Buffer *buffer, brink_event_state *state, uint32_t row, uint32_t side) {
    uint32_t count;
    const uint32_t *actors = brink_actors_of(state, row, side, &count);
    for (uint32_t place = 0; place < count; place++) {
        if (place > 0) luaL_addstring(buffer, place + 1 == count ? " and " : ", ");
        size_t length;
        const char *name = brink_symbol(&state->columns, state->columns.actor_name[actors[place]], &length);
        luaL_addlstring(buffer, name, length);
    }
    if (count == 0) luaL_addstring(buffer, "nobody named");
}

// ---- values: the event in the user value keeps the row right when the columns change

static void brink_push_ref_raises(lua_State *L, int event, uint32_t side, uint32_t place, const char *type) {
    event = lua_absindex(L, event);
    brink_actor_ref *ref = lua_newuserdatauv(L, sizeof *ref, 1);
    ref->side = side;
    ref->place = place;
    lua_pushvalue(L, event);
    lua_setiuservalue(L, -2, 1);
    luaL_setmetatable(L, type);
}

void brink_push_actors_raises(lua_State *L, int event, uint32_t side) {
    brink_push_ref_raises(L, event, side, 0, BRINK_ACTORS_TYPE);
}

// What an actor list or an actor refers to, as it is now.
typedef struct {
    brink_event_state *state;
    uint32_t row, side, place;
    const uint32_t *actors;
    uint32_t count;
} brink_actors_view;

static brink_actors_view brink_view_raises(lua_State *L, int index, const char *type) {
    brink_actors_view view = {0};
    view.state = lua_touserdata(L, lua_upvalueindex(1));
    const brink_actor_ref *ref = luaL_checkudata(L, index, type);
    view.side = ref->side;
    view.place = ref->place;
    lua_getiuservalue(L, index, 1);
    view.row = brink_check_event_raises(L, view.state, lua_gettop(L));
    lua_pop(L, 1);
    view.actors = brink_actors_of(view.state, view.row, view.side, &view.count);
    if (view.place > view.count) luaL_error(L, "this actor is no longer in its event");
    return view;
}

static uint64_t brink_ref_read(lua_State *L, int index) {
    const brink_actor_ref *ref = lua_touserdata(L, index);
    lua_getiuservalue(L, index, 1);
    uint32_t row = ((const brink_event *)lua_touserdata(L, -1))->row;
    lua_pop(L, 1);
    return (uint64_t)row << 32 | ref->place * 2 | ref->side;
}

static void brink_ref_push_raises(lua_State *L, uint64_t payload) {
    brink_event_state *state = brink_event_state_of(L);
    uint32_t side = payload & 1, place = (uint32_t)payload >> 1, count;
    brink_push_event_raises(L, state, (uint32_t)(payload >> 32));
    brink_actors_of(state, (uint32_t)(payload >> 32), side, &count);
    if (place > count) luaL_error(L, "there is no actor %d", (int)place);
    brink_push_ref_raises(L, -1, side, place, place == 0 ? BRINK_ACTORS_TYPE : BRINK_ACTOR_TYPE);
    lua_remove(L, -2);
}

static const brink_handle_kind brink_actors_kind = {BRINK_ACTORS_TYPE, brink_ref_read, brink_ref_push_raises};
static const brink_handle_kind brink_actor_kind = {BRINK_ACTOR_TYPE, brink_ref_read, brink_ref_push_raises};

// ---- actor lists

static int brink_actors_len(lua_State *L) {
    lua_pushinteger(L, brink_view_raises(L, 1, BRINK_ACTORS_TYPE).count);
    return 1;
}

static int brink_actors_tostring(lua_State *L) {
    brink_actors_view view = brink_view_raises(L, 1, BRINK_ACTORS_TYPE);
    luaL_Buffer buffer;
    luaL_buffinit(L, &buffer);
    brink_add_actor_names_raises(&buffer, view.state, view.row, view.side);
    luaL_pushresult(&buffer);
    return 1;
}

// Whether one of the actors has the id of one of the other's.
static bool brink_share_id(const brink_actors_view *left, const brink_actors_view *right) {
    const uint32_t *id = left->state->columns.actor_id;
    for (uint32_t i = 0; i < left->count; i++)
        for (uint32_t j = 0; j < right->count; j++)
            if (id[left->actors[i]] == id[right->actors[j]]) return true;
    return false;
}

// list:has(name), list:has(actor), list:has(other list)
static int brink_actors_has(lua_State *L) {
    brink_actors_view view = brink_view_raises(L, 1, BRINK_ACTORS_TYPE);
    bool found = false;
    if (lua_type(L, 2) == LUA_TSTRING) {
        size_t count;
        const char *text = lua_tolstring(L, 2, &count);
        for (uint32_t place = 0; place < view.count && !found; place++)
            found = brink_actor_is(&view.state->columns, view.actors[place], text, count);
    } else if (brink_event_test(L, 2, BRINK_ACTORS_TYPE)) {
        brink_actors_view other = brink_view_raises(L, 2, BRINK_ACTORS_TYPE);
        found = brink_share_id(&view, &other);
    } else if (brink_event_test(L, 2, BRINK_ACTOR_TYPE)) {
        brink_actors_view other = brink_view_raises(L, 2, BRINK_ACTOR_TYPE);
        other.actors += other.place - 1;
        other.count = 1;
        found = brink_share_id(&view, &other);
    } else {
        return luaL_typeerror(L, 2, "name, actor or actor list");
    }
    lua_pushboolean(L, found);
    return 1;
}

static int brink_actors_eq(lua_State *L) {
    bool equal = brink_event_test(L, 1, BRINK_ACTORS_TYPE) && brink_event_test(L, 2, BRINK_ACTORS_TYPE);
    if (equal) {
        brink_actors_view left = brink_view_raises(L, 1, BRINK_ACTORS_TYPE);
        brink_actors_view right = brink_view_raises(L, 2, BRINK_ACTORS_TYPE);
        const uint32_t *id = left.state->columns.actor_id;
        equal = left.count == right.count;
        for (uint32_t place = 0; equal && place < left.count; place++)
            equal = id[left.actors[place]] == id[right.actors[place]];
    }
    lua_pushboolean(L, equal);
    return 1;
}

// Upvalue 2: the methods.
static int brink_actors_index(lua_State *L) {
    if (lua_isinteger(L, 2)) {
        brink_actors_view view = brink_view_raises(L, 1, BRINK_ACTORS_TYPE);
        lua_Integer place = lua_tointeger(L, 2);
        if (place < 1 || place > view.count) return 0;
        lua_getiuservalue(L, 1, 1);
        brink_push_ref_raises(L, -1, view.side, (uint32_t)place, BRINK_ACTOR_TYPE);
        return 1;
    }
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(2)) != LUA_TNIL) return 1;
    if (lua_type(L, 2) == LUA_TSTRING && strchr("incsbft", lua_tostring(L, 2)[0])) {
        static const char *const fields[] = {"id", "name", "country", "sector", "backer", "family", "text"};
        for (size_t field = 0; field < sizeof fields / sizeof *fields; field++)
            if (strcmp(lua_tostring(L, 2), fields[field]) == 0)
                return luaL_error(L, "an actor list has no field '%s'; take one actor, such as source[1].%s",
                                  fields[field], fields[field]);
    }
    return brink_no_field_raises(L, "actor list", 2, lua_upvalueindex(2));
}

// ---- actors

static int brink_actor_tostring(lua_State *L) {
    brink_actors_view view = brink_view_raises(L, 1, BRINK_ACTOR_TYPE);
    uint32_t actor = view.actors[view.place - 1];
    brink_push_symbol_raises(L, view.state, view.state->columns.actor_name[actor], true);
    return 1;
}

static int brink_actor_eq(lua_State *L) {
    bool equal = brink_event_test(L, 1, BRINK_ACTOR_TYPE) && brink_event_test(L, 2, BRINK_ACTOR_TYPE);
    if (equal) {
        brink_actors_view left = brink_view_raises(L, 1, BRINK_ACTOR_TYPE);
        brink_actors_view right = brink_view_raises(L, 2, BRINK_ACTOR_TYPE);
        const uint32_t *id = left.state->columns.actor_id;
        equal = id[left.actors[left.place - 1]] == id[right.actors[right.place - 1]];
    }
    lua_pushboolean(L, equal);
    return 1;
}

enum { ACTOR_ID = 1, ACTOR_NAME, ACTOR_COUNTRY, ACTOR_SECTOR, ACTOR_BACKER, ACTOR_FAMILY, ACTOR_TEXT, ACTOR_IS };

// actor:is(name)
static int brink_actor_is_known_by(lua_State *L) {
    brink_actors_view view = brink_view_raises(L, 1, BRINK_ACTOR_TYPE);
    size_t count;
    const char *text = luaL_checklstring(L, 2, &count);
    lua_pushboolean(L, brink_actor_is(&view.state->columns, view.actors[view.place - 1], text, count));
    return 1;
}

// Upvalues: 2 the field numbers by name, 3 the function `is`.
static int brink_actor_index(lua_State *L) {
    brink_actors_view view = brink_view_raises(L, 1, BRINK_ACTOR_TYPE);
    const brink_columns *columns = &view.state->columns;
    uint32_t actor = view.actors[view.place - 1];
    lua_pushvalue(L, 2);
    lua_rawget(L, lua_upvalueindex(2));
    uint32_t symbol = 0, count;
    switch (lua_tointeger(L, -1)) {
    case ACTOR_ID: symbol = columns->actor_id[actor]; break;
    case ACTOR_NAME: symbol = columns->actor_name[actor]; break;
    case ACTOR_COUNTRY: symbol = columns->actor_country[actor]; break;
    case ACTOR_SECTOR: {
        const uint32_t *names = brink_list(columns, columns->counts.sector_names, &count);
        symbol = columns->actor_sector[actor] < count ? names[columns->actor_sector[actor]] : 0;
        break;
    }
    case ACTOR_BACKER: symbol = columns->actor_backer[actor]; break;
    case ACTOR_FAMILY: symbol = columns->actor_family[actor]; break;
    case ACTOR_TEXT: symbol = brink_wording_of(view.state, view.row, view.side, view.place - 1); break;
    case ACTOR_IS: lua_pushvalue(L, lua_upvalueindex(3)); return 1;
    default: return brink_no_field_raises(L, BRINK_ACTOR_TYPE, 2, lua_upvalueindex(2));
    }
    brink_push_symbol_raises(L, view.state, symbol, true);
    return 1;
}

void brink_event_actors_install_raises(lua_State *L) {
    static const luaL_Reg actors[] = {
        {"__len", brink_actors_len}, {"__tostring", brink_actors_tostring}, {"__eq", brink_actors_eq},
        {"__concat", brink_event_concat}, {"__newindex", brink_event_newindex}, {NULL, NULL}};
    static const luaL_Reg actor[] = {
        {"__tostring", brink_actor_tostring}, {"__eq", brink_actor_eq}, {"__concat", brink_event_concat},
        {"__newindex", brink_event_newindex}, {NULL, NULL}};
    static const char *const fields[] = {"id", "name", "country", "sector", "backer", "family", "text", "is"};
    brink_handle_kind_add_raises(L, &brink_actors_kind);
    brink_event_metatable_raises(L, BRINK_ACTORS_TYPE, actors);
    brink_handle_kind_add_raises(L, &brink_actor_kind);
    brink_event_metatable_raises(L, BRINK_ACTOR_TYPE, actor);

    luaL_getmetatable(L, BRINK_ACTORS_TYPE);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &brink_event_state_key);
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, -2);
    lua_pushcclosure(L, brink_actors_has, 1);
    lua_setfield(L, -2, "has");
    lua_pushcclosure(L, brink_actors_index, 2);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);

    luaL_getmetatable(L, BRINK_ACTOR_TYPE);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &brink_event_state_key);
    lua_createtable(L, 0, 8);
    for (int field = 0; field < 8; field++) {
        lua_pushinteger(L, field + 1);
        lua_setfield(L, -2, fields[field]);
    }
    lua_pushvalue(L, -2);
    lua_pushcclosure(L, brink_actor_is_known_by, 1);
    lua_pushcclosure(L, brink_actor_index, 3);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
}

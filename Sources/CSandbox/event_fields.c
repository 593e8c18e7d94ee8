// The fields of an event, read from columns; their names and meaning are those of the event record.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "event.h"

enum {
    FIELD_NONE,
    FIELD_ID, FIELD_REVISION, FIELD_DATE, FIELD_SOURCE, FIELD_TARGET, FIELD_ACTION, FIELD_TYPE, FIELD_MODE,
    FIELD_CONTEXT, FIELD_CAMEO, FIELD_QUAD, FIELD_GOLDSTEIN, FIELD_HOSTILITY, FIELD_MODALITY, FIELD_QUOTED,
    FIELD_SPEAKER, FIELD_AGGREGATE, FIELD_LOCATION, FIELD_WEAPON, FIELD_KILLED, FIELD_WOUNDED, FIELD_IN_RESPONSE_TO,
    FIELD_ARTICLE, FIELD_PUBLISHED, FIELD_SENTENCE, FIELD_SPAN, FIELD_TRIGGER, FIELD_TEXT, FIELD_MENTIONS, FIELD_TRACE,
    FIELD_ANSWERS, FIELD_DAYS_SINCE, FIELD_COUNT,
};

// In the order of the numbers above; the last ones are methods.
static const char *const brink_field_names[FIELD_COUNT] = {
    NULL, "id", "revision", "date", "source", "target", "action", "type", "mode",
    "context", "cameo", "quad", "goldstein", "hostility", "modality", "quoted",
    "speaker", "aggregate", "location", "weapon", "killed", "wounded", "in_response_to",
    "article", "published", "sentence", "span", "trigger", "text", "mentions", "trace",
    "answers", "days_since"};

// ---- parts

void brink_push_symbol_raises(lua_State *L, brink_event_state *state, uint32_t symbol, bool shared) {
    if (symbol == 0) {
        lua_pushnil(L);
        return;
    }
    size_t length;
    const char *bytes = brink_symbol(&state->columns, symbol, &length);
    if (!shared) {
        lua_pushlstring(L, bytes, length);
        return;
    }
    lua_rawgetp(L, LUA_REGISTRYINDEX, &brink_event_names_key);
    if (lua_rawgeti(L, -1, symbol) == LUA_TNIL) {
        lua_pop(L, 1);
        lua_pushlstring(L, bytes, length);
        lua_pushvalue(L, -1);
        lua_rawseti(L, -3, symbol);
    }
    lua_remove(L, -2);
}

static void brink_push_symbols_raises(lua_State *L, brink_event_state *state, uint32_t list) {
    uint32_t count;
    const uint32_t *symbols = brink_list(&state->columns, list, &count);
    lua_createtable(L, (int)count, 0);
    for (uint32_t place = 0; place < count; place++) {
        brink_push_symbol_raises(L, state, symbols[place], true);
        lua_rawseti(L, -2, (lua_Integer)place + 1);
    }
}

// The name of a one-byte code: the list of names is part of the columns.
static void brink_push_code_raises(lua_State *L, brink_event_state *state, uint32_t names, uint8_t code) {
    uint32_t count;
    const uint32_t *symbols = brink_list(&state->columns, names, &count);
    brink_push_symbol_raises(L, state, code < count ? symbols[code] : 0, true);
}

void brink_push_id_raises(lua_State *L, brink_event_state *state, uint64_t id) {
    const brink_columns *columns = &state->columns;
    uint32_t low = 0, high = columns->counts.odd_ids;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (columns->odd_id[middle] < id) low = middle + 1; else high = middle;
    }
    if (low < columns->counts.odd_ids && columns->odd_id[low] == id) {
        brink_push_symbol_raises(L, state, columns->odd_id_text[low], false);
        return;
    }
    char text[24];
    int count = snprintf(text, sizeof text, "e_%016llx", (unsigned long long)id);
    lua_pushlstring(L, text, (size_t)count);
}

static void brink_push_figure(lua_State *L, int32_t figure) {
    if (figure == BRINK_UNKNOWN) lua_pushnil(L); else lua_pushinteger(L, figure);
}

static void brink_push_day_raises(lua_State *L, int32_t day) {
    if (day == BRINK_UNKNOWN) lua_pushnil(L); else brink_push_date_raises(L, day, day);
}

static void brink_push_range_raises(lua_State *L, uint32_t start, uint32_t length) {
    lua_createtable(L, 2, 0);
    lua_pushinteger(L, start);
    lua_rawseti(L, -2, 1);
    lua_pushinteger(L, (lua_Integer)start + length);
    lua_rawseti(L, -2, 2);
}

static void brink_push_place_raises(lua_State *L, brink_event_state *state, uint32_t place) {
    const brink_columns *columns = &state->columns;
    if (place == 0) {
        lua_pushnil(L);
        return;
    }
    lua_createtable(L, 0, 4);
    brink_push_symbol_raises(L, state, columns->place_name[place], true);
    lua_setfield(L, -2, "name");
    brink_push_symbol_raises(L, state, columns->place_country[place], true);
    lua_setfield(L, -2, "country");
    if (!isnan(columns->place_latitude[place])) {
        lua_pushnumber(L, columns->place_latitude[place]);
        lua_setfield(L, -2, "lat");
    }
    if (!isnan(columns->place_longitude[place])) {
        lua_pushnumber(L, columns->place_longitude[place]);
        lua_setfield(L, -2, "lon");
    }
}

static void brink_push_mentions_raises(lua_State *L, brink_event_state *state, uint32_t list) {
    const brink_columns *columns = &state->columns;
    uint32_t count;
    const uint32_t *sentences = brink_list(columns, list, &count);
    lua_createtable(L, (int)count, 0);
    for (uint32_t place = 0; place < count; place++) {
        uint32_t sentence = sentences[place];
        lua_createtable(L, 0, 4);
        brink_push_symbol_raises(L, state, columns->article_id[columns->sentence_article[sentence]], true);
        lua_setfield(L, -2, "article");
        lua_pushinteger(L, columns->sentence_number[sentence]);
        lua_setfield(L, -2, "sentence");
        brink_push_range_raises(L, columns->sentence_start[sentence], columns->sentence_length[sentence]);
        lua_setfield(L, -2, "span");
        brink_push_symbol_raises(L, state, columns->sentence_text[sentence], false);
        lua_setfield(L, -2, "text");
        lua_rawseti(L, -2, (lua_Integer)place + 1);
    }
}

static void brink_push_answers_raises(lua_State *L, brink_event_state *state, uint32_t list) {
    uint32_t count;
    const uint32_t *halves = brink_list(&state->columns, list, &count);
    lua_createtable(L, (int)(count / 2), 0);
    for (uint32_t place = 0; place + 1 < count; place += 2) {
        brink_push_id_raises(L, state, (uint64_t)halves[place] << 32 | halves[place + 1]);
        lua_rawseti(L, -2, (lua_Integer)place / 2 + 1);
    }
}

// ---- methods

// e:answers(other): whether the text says that this event answers the other
static int brink_event_answers(lua_State *L) {
    brink_event_state *state = lua_touserdata(L, lua_upvalueindex(1));
    const brink_columns *columns = &state->columns;
    uint32_t row = brink_check_event_raises(L, state, 1), other = brink_check_event_raises(L, state, 2), count;
    const uint32_t *halves = brink_list(columns, columns->extra_answers[columns->extra[row]], &count);
    bool found = false;
    for (uint32_t place = 0; place + 1 < count && !found; place += 2)
        found = ((uint64_t)halves[place] << 32 | halves[place + 1]) == columns->id[other];
    lua_pushboolean(L, found);
    return 1;
}

// e:days_since(other): days from the end of the other to the start of this, nil where a date is unknown
static int brink_event_days_since(lua_State *L) {
    brink_event_state *state = lua_touserdata(L, lua_upvalueindex(1));
    const brink_columns *columns = &state->columns;
    uint32_t row = brink_check_event_raises(L, state, 1), other = brink_check_event_raises(L, state, 2);
    if (columns->start[row] == BRINK_UNKNOWN || columns->start[other] == BRINK_UNKNOWN) {
        lua_pushnil(L);
        return 1;
    }
    brink_date later = {columns->start[row], columns->end[row]};
    brink_date earlier = {columns->start[other], columns->end[other]};
    lua_pushinteger(L, brink_days_between(later, earlier));
    return 1;
}

// ---- the event

static size_t brink_field_slot_of(const char *name) {
    return (size_t)(((uintptr_t)name >> 4) * 0x9E3779B1u >> 8) % BRINK_FIELD_SLOTS;
}

// The number of the field that the key at index 2 names, FIELD_NONE where there is none.
static int brink_field_of_key(lua_State *L, const brink_event_state *state) {
    if (lua_type(L, 2) != LUA_TSTRING) return FIELD_NONE;  // lua_tolstring would change a number
    const char *name = lua_tolstring(L, 2, NULL);
    for (size_t slot = brink_field_slot_of(name); state->slots[slot].name; slot = (slot + 1) % BRINK_FIELD_SLOTS)
        if (state->slots[slot].name == name) return state->slots[slot].field;
    return FIELD_NONE;
}

// Upvalues: 2 a table with the names as keys, 3 the method `answers`, 4 the method `days_since`.
static int brink_event_index(lua_State *L) {
    brink_event_state *state = brink_event_state_of(L);
    uint32_t row = brink_self_event_raises(L, state);
    const brink_columns *columns = &state->columns;
    switch (brink_field_of_key(L, state)) {
    case FIELD_ID: brink_push_id_raises(L, state, columns->id[row]); return 1;
    case FIELD_REVISION: lua_pushinteger(L, columns->extra_revision[columns->extra[row]]); return 1;
    case FIELD_DATE:
        if (columns->start[row] == BRINK_UNKNOWN) lua_pushnil(L);
        else brink_push_date_raises(L, columns->start[row], columns->end[row]);
        return 1;
    case FIELD_SOURCE: brink_push_actors_raises(L, 1, 0); return 1;
    case FIELD_TARGET: brink_push_actors_raises(L, 1, 1); return 1;
    case FIELD_ACTION: brink_push_symbol_raises(L, state, columns->action[row], false); return 1;
    case FIELD_TYPE: brink_push_code_raises(L, state, columns->counts.type_names, columns->type[row]); return 1;
    case FIELD_MODE: brink_push_symbol_raises(L, state, columns->act_mode[columns->act[row]], true); return 1;
    case FIELD_CONTEXT: brink_push_symbols_raises(L, state, columns->act_context[columns->act[row]]); return 1;
    case FIELD_CAMEO: brink_push_symbol_raises(L, state, columns->act_cameo[columns->act[row]], true); return 1;
    case FIELD_QUAD: brink_push_code_raises(L, state, columns->counts.quad_names, columns->type[row]); return 1;
    case FIELD_GOLDSTEIN: {
        double goldstein = columns->act_goldstein[columns->act[row]];
        if (isnan(goldstein)) lua_pushnil(L); else lua_pushnumber(L, goldstein);
        return 1;
    }
    case FIELD_HOSTILITY: lua_pushinteger(L, columns->hostility[row]); return 1;
    case FIELD_MODALITY:
        brink_push_code_raises(L, state, columns->counts.modality_names, columns->modality[row]);
        return 1;
    case FIELD_QUOTED: lua_pushboolean(L, columns->flags[row] & BRINK_FLAG_QUOTED); return 1;
    case FIELD_SPEAKER: brink_push_symbol_raises(L, state, columns->extra_speaker[columns->extra[row]], true); return 1;
    case FIELD_AGGREGATE: lua_pushboolean(L, columns->flags[row] & BRINK_FLAG_AGGREGATE); return 1;
    case FIELD_LOCATION: brink_push_place_raises(L, state, columns->place[row]); return 1;
    case FIELD_WEAPON: brink_push_symbols_raises(L, state, columns->extra_weapons[columns->extra[row]]); return 1;
    case FIELD_KILLED: brink_push_figure(L, columns->killed[columns->casualty[row]]); return 1;
    case FIELD_WOUNDED: brink_push_figure(L, columns->wounded[columns->casualty[row]]); return 1;
    case FIELD_IN_RESPONSE_TO:
        brink_push_answers_raises(L, state, columns->extra_answers[columns->extra[row]]);
        return 1;
    case FIELD_ARTICLE:
        brink_push_symbol_raises(L, state,
                                 columns->article_id[columns->sentence_article[columns->sentence[row]]], true);
        return 1;
    case FIELD_PUBLISHED:
        brink_push_day_raises(L, columns->article_published[columns->sentence_article[columns->sentence[row]]]);
        return 1;
    case FIELD_SENTENCE: lua_pushinteger(L, columns->sentence_number[columns->sentence[row]]); return 1;
    case FIELD_SPAN:
        brink_push_range_raises(L, columns->sentence_start[columns->sentence[row]],
                                columns->sentence_length[columns->sentence[row]]);
        return 1;
    case FIELD_TRIGGER: brink_push_range_raises(L, columns->trigger_start[row], columns->trigger_length[row]); return 1;
    case FIELD_TEXT:
        brink_push_symbol_raises(L, state, columns->sentence_text[columns->sentence[row]], false);
        return 1;
    case FIELD_MENTIONS: brink_push_mentions_raises(L, state, columns->extra_mentions[columns->extra[row]]); return 1;
    case FIELD_TRACE: brink_push_symbol_raises(L, state, columns->extra_trace[columns->extra[row]], false); return 1;
    case FIELD_ANSWERS: lua_pushvalue(L, lua_upvalueindex(3)); return 1;
    case FIELD_DAYS_SINCE: lua_pushvalue(L, lua_upvalueindex(4)); return 1;
    default: return brink_no_field_raises(L, BRINK_EVENT_TYPE, 2, lua_upvalueindex(2));
    }
}

static void brink_add_symbol_raises(luaL_Buffer *buffer, brink_event_state *state, uint32_t symbol) {
    size_t length;
    const char *bytes = brink_symbol(&state->columns, symbol, &length);
    luaL_addlstring(buffer, bytes, length);
}

// One line: 2024-01-23 United States → Kataib Hezbollah: carried out air strikes (ASSAULT heavy-weapons)
static int brink_event_tostring(lua_State *L) {
    brink_event_state *state = lua_touserdata(L, lua_upvalueindex(1));
    uint32_t row = brink_self_event_raises(L, state), count;
    const brink_columns *columns = &state->columns;
    luaL_Buffer buffer;
    luaL_buffinit(L, &buffer);
    if (columns->start[row] == BRINK_UNKNOWN) {
        luaL_addstring(&buffer, "undated");
    } else {
        char date[BRINK_DATE_TEXT];
        brink_date_text((brink_date){columns->start[row], columns->end[row]}, date);
        luaL_addstring(&buffer, date);
    }
    luaL_addchar(&buffer, ' ');
    brink_add_actor_names_raises(&buffer, state, row, 0);
    luaL_addstring(&buffer, " \xE2\x86\x92 ");
    brink_add_actor_names_raises(&buffer, state, row, 1);
    luaL_addstring(&buffer, ": ");
    brink_add_symbol_raises(&buffer, state, columns->action[row]);
    luaL_addstring(&buffer, " (");
    const uint32_t *types = brink_list(columns, columns->counts.type_names, &count);
    if (columns->type[row] < count) brink_add_symbol_raises(&buffer, state, types[columns->type[row]]);
    uint32_t mode = columns->act_mode[columns->act[row]];
    if (mode != 0) {
        luaL_addchar(&buffer, ' ');
        brink_add_symbol_raises(&buffer, state, mode);
    }
    luaL_addchar(&buffer, ')');
    luaL_pushresult(&buffer);
    return 1;
}

void brink_event_fields_install_raises(lua_State *L) {
    static const luaL_Reg event[] = {{"__tostring", brink_event_tostring}, {"__concat", brink_event_concat},
                                     {"__newindex", brink_event_newindex}, {NULL, NULL}};
    brink_event_metatable_raises(L, BRINK_EVENT_TYPE, event);
    luaL_getmetatable(L, BRINK_EVENT_TYPE);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &brink_event_state_key);
    int state = lua_gettop(L);
    brink_event_state *shared = lua_touserdata(L, state);
    lua_pushvalue(L, state);
    lua_createtable(L, 0, FIELD_COUNT);
    for (int field = 1; field < FIELD_COUNT; field++) {
        lua_pushinteger(L, field);
        lua_setfield(L, -2, brink_field_names[field]);
        // The table anchors the string, so its address stays that of this name.
        lua_pushstring(L, brink_field_names[field]);
        const char *name = lua_tostring(L, -1);
        size_t slot = brink_field_slot_of(name);
        while (shared->slots[slot].name) slot = (slot + 1) % BRINK_FIELD_SLOTS;
        shared->slots[slot] = (brink_field_slot){name, field};
        lua_pop(L, 1);
    }
    lua_pushvalue(L, state);
    lua_pushcclosure(L, brink_event_answers, 1);
    lua_pushvalue(L, state);
    lua_pushcclosure(L, brink_event_days_since, 1);
    lua_pushcclosure(L, brink_event_index, 4);
    lua_setfield(L, state - 1, "__index");
    lua_settop(L, state - 2);
}

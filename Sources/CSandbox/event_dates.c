// Dates and durations of scripts: a span of days, and a number of days.
//
// `b - a` of two dates is the whole number of days from the end of the first to the start of the second, 0 where they
// overlap, nil where one is nil. Dates compare by their first day, then by their last. A text `2024-01-23` or
// `2024-01-20/2024-01-23` stands for its date wherever a date is computed or compared with.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "event.h"

// ---- the calendar (Howard Hinnant, "chrono-compatible low-level date algorithms")

static int32_t brink_day_of_civil(int year, int month, int day) {
    year -= month <= 2;
    int era = (year >= 0 ? year : year - 399) / 400;
    int year_of_era = year - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

static void brink_civil_of_day(int32_t number, int *year, int *month, int *day) {
    int64_t shifted = (int64_t)number + 719468;
    int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int day_of_era = (int)(shifted - era * 146097);
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted_month = (5 * day_of_year + 2) / 153;
    *day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    *month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    *year = (int)(year_of_era + era * 400) + (*month <= 2);
}

static int brink_digits(const char *text, int count) {
    int number = 0;
    for (int place = 0; place < count; place++) {
        if (text[place] < '0' || text[place] > '9') return -1;
        number = number * 10 + (text[place] - '0');
    }
    return number;
}

static bool brink_parse_day(const char *text, int32_t *number) {
    int year = brink_digits(text, 4), month = brink_digits(text + 5, 2), day = brink_digits(text + 8, 2);
    if (year < 1 || month < 1 || day < 1 || text[4] != '-' || text[7] != '-') return false;
    *number = brink_day_of_civil(year, month, day);
    int back_year, back_month, back_day;
    brink_civil_of_day(*number, &back_year, &back_month, &back_day);
    return back_year == year && back_month == month && back_day == day;
}

static bool brink_parse_date(const char *text, size_t count, brink_date *date) {
    if (count == 10 && brink_parse_day(text, &date->start)) {
        date->end = date->start;
        return true;
    }
    return count == 21 && text[10] == '/' && brink_parse_day(text, &date->start) &&
           brink_parse_day(text + 11, &date->end) && date->start <= date->end;
}

static int brink_write_day(char *text, size_t room, int32_t number) {
    int year, month, day;
    brink_civil_of_day(number, &year, &month, &day);
    return snprintf(text, room, "%04d-%02d-%02d", year, month, day);
}

void brink_date_text(brink_date date, char text[BRINK_DATE_TEXT]) {
    int count = brink_write_day(text, BRINK_DATE_TEXT, date.start);
    if (date.end != date.start && count < BRINK_DATE_TEXT - 1) {
        text[count++] = '/';
        brink_write_day(text + count, BRINK_DATE_TEXT - (size_t)count, date.end);
    }
}

int64_t brink_days_between(brink_date later, brink_date earlier) {
    if (later.start <= earlier.end && earlier.start <= later.end) return 0;
    return later.start > earlier.end ? (int64_t)later.start - earlier.end : (int64_t)later.end - earlier.start;
}

// ---- values

void brink_push_date_raises(lua_State *L, int32_t start, int32_t end) {
    brink_date *date = lua_newuserdatauv(L, sizeof *date, 0);
    date->start = start;
    date->end = end;
    luaL_setmetatable(L, BRINK_DATE_TYPE);
}

static void brink_push_duration_raises(lua_State *L, double days) {
    double *duration = lua_newuserdatauv(L, sizeof *duration, 0);
    *duration = days;
    luaL_setmetatable(L, BRINK_DURATION_TYPE);
}

static uint64_t brink_date_read(lua_State *L, int index) {
    const brink_date *date = lua_touserdata(L, index);
    return (uint64_t)(uint32_t)date->start << 32 | (uint32_t)date->end;
}

static void brink_date_payload_raises(lua_State *L, uint64_t payload) {
    brink_push_date_raises(L, (int32_t)(uint32_t)(payload >> 32), (int32_t)(uint32_t)payload);
}

static uint64_t brink_duration_read(lua_State *L, int index) {
    uint64_t bits;
    memcpy(&bits, lua_touserdata(L, index), sizeof bits);
    return bits;
}

static void brink_duration_payload_raises(lua_State *L, uint64_t payload) {
    double days;
    memcpy(&days, &payload, sizeof days);
    brink_push_duration_raises(L, days);
}

static const brink_handle_kind brink_date_kind = {BRINK_DATE_TYPE, brink_date_read, brink_date_payload_raises};
static const brink_handle_kind brink_duration_kind = {BRINK_DURATION_TYPE, brink_duration_read,
                                                      brink_duration_payload_raises};

// The date at an index, a text counting as one; false for anything else.
static bool brink_to_date(lua_State *L, int index, brink_date *date) {
    if (lua_type(L, index) == LUA_TSTRING) {
        size_t count;
        const char *text = lua_tolstring(L, index, &count);
        return brink_parse_date(text, count, date);
    }
    const brink_date *found = brink_event_test(L, index, BRINK_DATE_TYPE);
    if (found) *date = *found;
    return found != NULL;
}

// The days of a duration or a number at an index; false for anything else.
static bool brink_to_days(lua_State *L, int index, double *days) {
    if (lua_type(L, index) == LUA_TNUMBER) {
        *days = lua_tonumber(L, index);
        return true;
    }
    const double *found = brink_event_test(L, index, BRINK_DURATION_TYPE);
    if (found) *days = *found;
    return found != NULL;
}

static int brink_operands_raises(lua_State *L, const char *what) {
    const char *left = brink_type_word(L, 1), *right = brink_type_word(L, 2);
    return luaL_error(L, "attempt to %s a %s and a %s", what, left, right);
}

static int brink_moved_raises(lua_State *L, brink_date date, double days) {
    double whole = floor(days);
    if (!(whole > -1e7 && whole < 1e7)) return luaL_error(L, "%f days are too many", days);
    int64_t start = (int64_t)date.start + (int64_t)whole, end = (int64_t)date.end + (int64_t)whole;
    if (start <= INT32_MIN || end > INT32_MAX) return luaL_error(L, "the date is out of range");
    brink_push_date_raises(L, (int32_t)start, (int32_t)end);
    return 1;
}

// ---- operators of dates

static int brink_date_sub(lua_State *L) {
    brink_date left, right;
    double days;
    if (lua_isnil(L, 1) || lua_isnil(L, 2)) {
        lua_pushnil(L);
        return 1;
    }
    if (brink_to_date(L, 1, &left) && brink_to_date(L, 2, &right)) {
        lua_pushinteger(L, brink_days_between(left, right));
        return 1;
    }
    if (brink_to_date(L, 1, &left) && brink_to_days(L, 2, &days)) return brink_moved_raises(L, left, -days);
    return brink_operands_raises(L, "subtract");
}

static int brink_date_add(lua_State *L) {
    brink_date date;
    double days;
    if (brink_to_date(L, 1, &date) && brink_to_days(L, 2, &days)) return brink_moved_raises(L, date, days);
    if (brink_to_date(L, 2, &date) && brink_to_days(L, 1, &days)) return brink_moved_raises(L, date, days);
    return brink_operands_raises(L, "add");
}

// −1, 0, 1; raises for operands that do not compare.
static int brink_date_order_raises(lua_State *L) {
    brink_date left, right;
    if (!brink_to_date(L, 1, &left) || !brink_to_date(L, 2, &right)) return brink_operands_raises(L, "compare");
    if (left.start != right.start) return left.start < right.start ? -1 : 1;
    return left.end == right.end ? 0 : left.end < right.end ? -1 : 1;
}

static int brink_date_lt(lua_State *L) {
    lua_pushboolean(L, brink_date_order_raises(L) < 0);
    return 1;
}

static int brink_date_le(lua_State *L) {
    lua_pushboolean(L, brink_date_order_raises(L) <= 0);
    return 1;
}

static int brink_date_eq(lua_State *L) {
    brink_date left, right;
    bool comparable = brink_to_date(L, 1, &left) && brink_to_date(L, 2, &right);
    lua_pushboolean(L, comparable && left.start == right.start && left.end == right.end);
    return 1;
}

static int brink_date_tostring(lua_State *L) {
    char text[BRINK_DATE_TEXT];
    brink_date_text(*(const brink_date *)luaL_checkudata(L, 1, BRINK_DATE_TYPE), text);
    lua_pushstring(L, text);
    return 1;
}

static int brink_date_index(lua_State *L) {
    brink_date date = *(const brink_date *)luaL_checkudata(L, 1, BRINK_DATE_TYPE);
    static const char *const names[] = {"year", "month", "day", "weekday", "first", "last", "days", NULL};
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "";
    int year, month, day;
    brink_civil_of_day(date.start, &year, &month, &day);
    int weekday = (int)((((int64_t)date.start + 3) % 7 + 7) % 7) + 1;
    if (strcmp(name, "year") == 0) return lua_pushinteger(L, year), 1;
    if (strcmp(name, "month") == 0) return lua_pushinteger(L, month), 1;
    if (strcmp(name, "day") == 0) return lua_pushinteger(L, day), 1;
    if (strcmp(name, "weekday") == 0) return lua_pushinteger(L, weekday), 1;
    if (strcmp(name, "first") == 0) return brink_push_date_raises(L, date.start, date.start), 1;
    if (strcmp(name, "last") == 0) return brink_push_date_raises(L, date.end, date.end), 1;
    if (strcmp(name, "days") == 0) return lua_pushinteger(L, (lua_Integer)date.end - date.start + 1), 1;
    lua_newtable(L);
    for (int place = 0; names[place]; place++) {
        lua_pushboolean(L, 1);
        lua_setfield(L, -2, names[place]);
    }
    return brink_no_field_raises(L, BRINK_DATE_TYPE, 2, lua_gettop(L));
}

// ---- operators of durations; a number counts as days

static double brink_check_days_raises(lua_State *L, int index, const char *what) {
    double days;
    if (!brink_to_days(L, index, &days)) brink_operands_raises(L, what);
    return days;
}

static int brink_duration_add(lua_State *L) {
    brink_date date;
    if (brink_to_date(L, 1, &date) || brink_to_date(L, 2, &date)) return brink_date_add(L);
    double left = brink_check_days_raises(L, 1, "add"), right = brink_check_days_raises(L, 2, "add");
    brink_push_duration_raises(L, left + right);
    return 1;
}

static int brink_duration_sub(lua_State *L) {
    brink_date date;
    if (brink_to_date(L, 1, &date)) return brink_date_sub(L);
    double left = brink_check_days_raises(L, 1, "subtract"), right = brink_check_days_raises(L, 2, "subtract");
    brink_push_duration_raises(L, left - right);
    return 1;
}

static int brink_duration_mul(lua_State *L) {
    double left = brink_check_days_raises(L, 1, "multiply"), right = brink_check_days_raises(L, 2, "multiply");
    brink_push_duration_raises(L, left * right);
    return 1;
}

static int brink_duration_lt(lua_State *L) {
    double left = brink_check_days_raises(L, 1, "compare"), right = brink_check_days_raises(L, 2, "compare");
    lua_pushboolean(L, left < right);
    return 1;
}

static int brink_duration_le(lua_State *L) {
    double left = brink_check_days_raises(L, 1, "compare"), right = brink_check_days_raises(L, 2, "compare");
    lua_pushboolean(L, left <= right);
    return 1;
}

static int brink_duration_eq(lua_State *L) {
    double left, right;
    lua_pushboolean(L, brink_to_days(L, 1, &left) && brink_to_days(L, 2, &right) && left == right);
    return 1;
}

static int brink_duration_tostring(lua_State *L) {
    double days = *(const double *)luaL_checkudata(L, 1, BRINK_DURATION_TYPE);
    char text[64];
    snprintf(text, sizeof text, "%.6g %s", days, days == 1 ? "day" : "days");
    lua_pushstring(L, text);
    return 1;
}

static int brink_duration_index(lua_State *L) {
    double days = *(const double *)luaL_checkudata(L, 1, BRINK_DURATION_TYPE);
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "";
    bool is_days = strcmp(name, "days") == 0, is_hours = strcmp(name, "hours") == 0;
    if (!is_days && !is_hours) {
        lua_newtable(L);
        lua_pushboolean(L, 1);
        lua_setfield(L, -2, "days");
        lua_pushboolean(L, 1);
        lua_setfield(L, -2, "hours");
        return brink_no_field_raises(L, BRINK_DURATION_TYPE, 2, lua_gettop(L));
    }
    double number = is_days ? days : days * 24;
    if (number == floor(number) && fabs(number) < 9e15) {
        lua_pushinteger(L, (lua_Integer)number);
    } else {
        lua_pushnumber(L, number);
    }
    return 1;
}

void brink_event_dates_install_raises(lua_State *L) {
    static const luaL_Reg date[] = {
        {"__sub", brink_date_sub}, {"__add", brink_date_add}, {"__lt", brink_date_lt}, {"__le", brink_date_le},
        {"__eq", brink_date_eq}, {"__tostring", brink_date_tostring}, {"__concat", brink_event_concat},
        {"__index", brink_date_index}, {"__newindex", brink_event_newindex}, {NULL, NULL}};
    static const luaL_Reg duration[] = {
        {"__sub", brink_duration_sub}, {"__add", brink_duration_add}, {"__mul", brink_duration_mul},
        {"__lt", brink_duration_lt}, {"__le", brink_duration_le}, {"__eq", brink_duration_eq},
        {"__tostring", brink_duration_tostring}, {"__concat", brink_event_concat},
        {"__index", brink_duration_index}, {"__newindex", brink_event_newindex}, {NULL, NULL}};
    brink_handle_kind_add_raises(L, &brink_date_kind);
    brink_event_metatable_raises(L, BRINK_DATE_TYPE, date);
    brink_handle_kind_add_raises(L, &brink_duration_kind);
    brink_event_metatable_raises(L, BRINK_DURATION_TYPE, duration);
}

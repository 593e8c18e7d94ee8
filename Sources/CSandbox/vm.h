// The inside of a VM, for the files of this room only. Functions whose name ends in `_raises` may longjmp.
#ifndef BRINK_VM_H
#define BRINK_VM_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <time.h>

#include "include/sandbox.h"
#include "bounds.h"

// Userdata that C itself backs (the `event` handle): how its payload leaves a VM and enters one.
typedef struct {
    const char *name;  // also the name of its metatable in the registry
    uint64_t (*read)(lua_State *L, int index);             // on a value of this kind; does not raise
    void (*push_raises)(lua_State *L, uint64_t payload);   // pushes one value
} brink_handle_kind;

enum { BRINK_FRAMES_MAX = 24, BRINK_SOURCE_MAX = 256, BRINK_NAME_MAX = 64, BRINK_MESSAGE_MAX = 4096 };

typedef struct {
    char source[BRINK_SOURCE_MAX];
    char shown[64];
    char name[BRINK_NAME_MAX];
    int line;
    bool is_chunk;
} brink_frame;

struct brink_failure {
    int kind;
    bool unfinished;
    size_t message_count;
    char message[BRINK_MESSAGE_MAX];
    int frame_count;
    brink_frame frames[BRINK_FRAMES_MAX];
};

enum { BRINK_HANDLE_KINDS_MAX = 8, BRINK_BOXES_MAX = 200 };

// A piece of work on its way to the VM's thread.
typedef struct brink_work {
    void (*run)(void *context);
    void *context;
    bool done;
    struct brink_work *next;
} brink_work;

struct brink_vm {
    lua_State *main;
    brink_host host;
    brink_limits limits;

    // Memory. `used` counts Lua's blocks and messages.
    size_t used, peak;
    void *refused_block;   // what the allocator refused last; the same again means that collecting did not help
    size_t refused_size;
    size_t unwind_left;    // growth still allowed to a stopped run

    // What runs. Written by the VM's thread and its signal handler only, but `request`.
    lua_State *volatile running;     // the coroutine that runs now
    _Atomic int active;              // a run is going on
    _Atomic int stopped;             // BRINK_ERROR_*: why it was stopped, 0 while it is not
    volatile sig_atomic_t counting;  // an instruction budget is set
    _Atomic int request;             // asked for from outside
    int64_t deadline;                // of this run, ns of the monotonic clock, 0 for none
    uint64_t instructions_left;
    uint64_t work;                   // native steps not yet charged
    size_t output_left;
    int depth;                       // runs within runs (Lua → Swift → Lua)
    int close_depth;
    int resume_depth;
    lua_State *resumers[BRINK_BOXES_MAX + 1];  // the coroutines that wait for the running one, outermost first
    int64_t stopped_ns, stopped_cpu_ns;

    // The last resort: a jump out of a signal handler, past Lua's C code only. Lua takes memory through us and holds no
    // lock, so nothing but its own state is left broken. C in this room must therefore call malloc or free only through
    // brink_allocate, and mark calls of the host.
    sigjmp_buf escape;
    volatile sig_atomic_t in_allocator, in_host;
    bool given_up;                   // it happened: the state is never touched again, its memory stays taken
    brink_failure *failure;          // of the innermost run
    int stop_frame_count;            // where it stood when it was stopped
    brink_frame stop_frames[BRINK_FRAMES_MAX];

    // Host calls: one box of messages for each depth of Lua → Swift.
    int host_depth;
    struct brink_box *boxes[BRINK_BOXES_MAX];

    struct brink_event_state *events;  // event.c's; lives as long as the interpreter

    const brink_handle_kind *handle_kinds[BRINK_HANDLE_KINDS_MAX];
    uint32_t handle_kind_count;

    // The thread.
    pthread_t thread;
    bool thread_started, thread_quits, start_failed;
    timer_t timer;
    bool timer_created;
    pthread_mutex_t lock;
    pthread_cond_t wake, finished;
    brink_work *first_work, *last_work;
};

// A box that a host call leaves its result in. It is a userdata with a host finaliser, so whatever raises while the
// result is pushed leaves it owned; it is used again by the next call at the same depth.
typedef struct brink_box {
    brink_message arguments, results;
} brink_box;

// ---- vm.c
// The pointer's lowest bit in a coroutine's extra space marks one that was stopped: its `__close` must never run.
static inline brink_vm *brink_vm_of(lua_State *L) {
    return (brink_vm *)(*(uintptr_t *)lua_getextraspace(L) & ~(uintptr_t)1);
}

// ---- allocate.c
void *brink_allocate_lua(void *vm, void *block, size_t old_size, size_t new_size);
// Counted against the cap; NULL beyond it.
void *brink_allocate(brink_vm *vm, void *block, size_t old_size, size_t new_size);

// ---- stop.c
// Stops the run and sets the hook on the running coroutine. Safe in the VM thread's signal handler.
void brink_stop(brink_vm *vm, int reason);
void brink_stop_note_place(brink_vm *vm, lua_State *L);
void brink_stop_install(void);
void brink_stop_enter_thread(brink_vm *vm);
void brink_stop_leave_thread(brink_vm *vm);
// After the jump: ends the run and gives the state up.
void brink_stop_give_up(brink_vm *vm);
void brink_stop_begin(brink_vm *vm);
void brink_stop_end(brink_vm *vm);
// Gives a coroutine the hook that the VM's state asks for.
void brink_stop_hook(brink_vm *vm, lua_State *L);
int brink_stop_raises(lua_State *L);
// Raises where the run was stopped, and charges `steps` of native work to the instruction budget.
void brink_spend_slowly_raises(lua_State *L, uint64_t steps);
static inline void brink_spend_raises(lua_State *L, uint64_t steps) {
    brink_vm *vm = brink_vm_of(L);
    if (vm->stopped || vm->counting) brink_spend_slowly_raises(L, steps);
}
static inline void brink_check_raises(lua_State *L) {
    if (brink_vm_of(L)->stopped) brink_stop_raises(L);
}
int64_t brink_clock_ns(void);

// ---- failure.c
// Lua's message handler for outermost and nested runs.
int brink_failure_handler(lua_State *L);
int brink_failure_frames(lua_State *L, brink_frame *frames, int count);
void brink_failure_say(brink_failure *failure, int kind, const char *text);
void brink_failure_fill(brink_vm *vm, lua_State *L, int status, brink_failure *failure);

// ---- marshal.c
// Appends the value at `index`. Refuses (false, with a reason) what is nested too deeply or too big; with `show` such
// parts become opaque text instead. Makes no Lua call that raises but registry references: run it protected.
const char *brink_marshal_raises(lua_State *L, int index, brink_message *message, bool show);
// Pushes the values of a message; returns their number.
int brink_unmarshal_raises(lua_State *L, brink_message *message);
// For C-backed userdata. Returns the tag of the kind.
uint32_t brink_handle_kind_add_raises(lua_State *L, const brink_handle_kind *kind);

// ---- host.c
int brink_host_function(lua_State *L);
// Pushes a userdata that owns `*object`, which is 0 afterwards; where this raises, it is still the caller's.
void brink_host_push_object_raises(lua_State *L, uint32_t type, int64_t *object);
extern const char brink_object_key;  // field of a metatable: the host's type number
extern const char brink_handle_key;  // field of a metatable: the tag of a handle kind

// ---- suggest.c
// Pushes "; did you mean 'x'?" with the string key of the table at `index` closest to `name`, or an empty string.
void brink_suggest_raises(lua_State *L, int index, const char *name);

// ---- run.c
// Runs `body` protected, with `data` as its light userdata argument, as a run with all limits.
int brink_enter(brink_vm *vm, lua_CFunction body, void *data, brink_failure *failure);
// Pushes the table at a dotted path below the globals; makes missing ones where `create`, else pushes nil.
void brink_library_install_raises(lua_State *L);
void brink_path_raises(lua_State *L, const char *path, size_t count, bool create);
int brink_load_raises(lua_State *L, const char *source, size_t count, const char *chunk);

// ---- buffer.c: text under construction, in Lua's own memory, so that a raise leaks nothing
typedef struct {
    lua_State *L;
    char *data;
    size_t count, capacity;
    int slot;  // where the block stands on the stack
    char small[256];
} brink_buffer;
// Takes one stack slot; the stack above it must be balanced between calls.
void brink_buffer_open_raises(lua_State *L, brink_buffer *buffer);
char *brink_buffer_room_raises(brink_buffer *buffer, size_t count);
void brink_buffer_add_raises(brink_buffer *buffer, const char *bytes, size_t count);
void brink_buffer_push_raises(brink_buffer *buffer);

// ---- the libraries
void brink_library_base_raises(lua_State *L);
void brink_library_coroutine_raises(lua_State *L);
void brink_library_string_raises(lua_State *L);
void brink_library_table_raises(lua_State *L);
void brink_library_system_raises(lua_State *L);
// Opens a library of Lua's own and pushes a table with the whitelisted names of it only.
void brink_open_some_raises(lua_State *L, lua_CFunction open, const char *const *names);
int brink_string_find(lua_State *L);
int brink_string_match(lua_State *L);
int brink_string_gmatch(lua_State *L);
int brink_string_gsub(lua_State *L);
int brink_string_format(lua_State *L);
int brink_table_sort(lua_State *L);

#endif

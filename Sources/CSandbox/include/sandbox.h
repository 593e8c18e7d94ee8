// The public face of the Lua wall: an opaque VM and plain data. Nothing named here raises a Lua error or knows lua.h.
#ifndef BRINK_SANDBOX_H
#define BRINK_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct brink_vm brink_vm;

// ---- plain data ----------------------------------------------------------------------------------------------------

// What a node of a message is.
enum {
    BRINK_NIL = 0,
    BRINK_BOOLEAN,   // first: 0 or 1
    BRINK_INTEGER,   // first
    BRINK_NUMBER,    // first: the bits of a double
    BRINK_STRING,    // first: offset into the message's bytes, second: length
    BRINK_TABLE,     // second: entries; key and value of each follow, in preorder
    BRINK_FUNCTION,  // first: a registry reference
    BRINK_OBJECT,    // first: the host's pointer, tag: the host's type number
    BRINK_HANDLE,    // first: the payload, tag: the handle kind (rows of C-backed userdata)
    BRINK_OPAQUE,    // like BRINK_STRING: the text of a value that cannot cross
};

typedef struct {
    uint32_t kind;
    uint32_t tag;
    int64_t first;
    uint64_t second;
} brink_node;

// A list of values as flat nodes and one block of bytes. Memory is counted against the VM that it belongs to.
typedef struct {
    brink_vm *vm;
    brink_node *nodes;
    size_t count, capacity;
    char *bytes;
    size_t byte_count, byte_capacity;
    bool failed;      // an append found no memory: nodes are incomplete
    bool owns_functions;  // the references in it, from Lua, are released with it
    bool owns_objects;    // the pointers in it, from the host, are released with it
} brink_message;

void brink_message_open(brink_message *message, brink_vm *vm);
// Frees the nodes; releases what it owns. Only on the VM's thread where it may own something.
void brink_message_close(brink_message *message);
// Empties a message for its next use, and gives back much memory where it held much.
void brink_message_reset(brink_message *message);
void brink_message_append(brink_message *message, uint32_t kind, uint32_t tag, int64_t first, uint64_t second);
void brink_message_append_number(brink_message *message, double number);
// `kind` is BRINK_STRING or BRINK_OPAQUE.
void brink_message_append_bytes(brink_message *message, uint32_t kind, const char *bytes, size_t count);

// ---- failures ------------------------------------------------------------------------------------------------------

enum {
    BRINK_OK = 0,
    BRINK_ERROR_SYNTAX,
    BRINK_ERROR_RUNTIME,
    BRINK_ERROR_MEMORY,
    BRINK_ERROR_TIME,
    BRINK_ERROR_INSTRUCTIONS,
    BRINK_ERROR_OUTPUT,
    BRINK_ERROR_INTERRUPTED,
};

// What went wrong in one run, and where it stood.
typedef struct brink_failure brink_failure;

brink_failure *brink_failure_create(void);
void brink_failure_free(brink_failure *failure);
int brink_failure_kind(const brink_failure *failure);
// A syntax error at the end of the text: more of it may follow.
bool brink_failure_is_unfinished(const brink_failure *failure);
const char *brink_failure_message(const brink_failure *failure, size_t *count);
int brink_failure_frame_count(const brink_failure *failure);

// One call of the traceback, innermost first; pointers live as long as the failure.
typedef struct {
    const char *source;  // the chunk's name as it was given, cut where too long
    const char *shown;   // the name as Lua puts it into messages
    const char *name;    // of the function, empty where unknown
    int line;            // −1 in C
    bool is_chunk;       // the chunk itself
} brink_frame_view;

brink_frame_view brink_failure_frame(const brink_failure *failure, int index);

// ---- the VM --------------------------------------------------------------------------------------------------------

typedef struct {
    size_t memory_bytes;      // 0: BRINK_LIMIT_MEMORY
    int64_t deadline_ns;      // for one outermost run; 0: none
    int64_t instructions;     // for one outermost run; 0: none
    size_t output_bytes;      // for one outermost run; 0: BRINK_LIMIT_OUTPUT
    bool strict_globals;      // creating a global is an error
} brink_limits;

// What the host does for the VM. All are called on the VM's thread and must return normally.
typedef struct {
    void *context;
    // Runs a host function; 0, or 1 with the error's text as the only node of `results`.
    int (*call)(void *context, int32_t function, brink_message *arguments, brink_message *results);
    // Takes what `print` writes.
    void (*output)(void *context, const char *bytes, size_t count);
    // Lets go of the pointer of an object.
    void (*release)(void *object);
} brink_host;

// NULL where no thread or no memory is to be had; the interpreter itself starts with the first piece of work.
brink_vm *brink_vm_create(const brink_limits *limits, const brink_host *host);
// Waits for the thread to end. Never from the VM's own thread.
void brink_vm_destroy(brink_vm *vm);

// Runs `work` on the VM's thread and waits; at once where the caller is on it. False where the interpreter cannot start.
bool brink_vm_perform(brink_vm *vm, void (*work)(void *context), void *context);
bool brink_vm_is_own_thread(const brink_vm *vm);

// Stops what runs, from any thread or signal handler; nothing where nothing runs.
void brink_vm_interrupt(brink_vm *vm);
// Whether what runs has been stopped: host functions that take long look at it and return.
bool brink_vm_is_stopped(const brink_vm *vm);
// Whether a run could only be ended by giving the VM's state up: nothing runs in it any more.
bool brink_vm_is_given_up(const brink_vm *vm);
size_t brink_vm_memory_used(const brink_vm *vm);
size_t brink_vm_memory_peak(const brink_vm *vm);
// The limits of the runs that follow. On the VM's thread, like all below.
void brink_vm_set_limits(brink_vm *vm, const brink_limits *limits);
bool brink_vm_is_strict(const brink_vm *vm);

enum {
    BRINK_RUN_SHOW = 1,  // what cannot cross in the results becomes opaque text instead of an error
};

// Compiles and runs a text. All results go to `results`; on failure the kind is returned and `failure` filled.
int brink_vm_run(brink_vm *vm, const char *source, size_t count, const char *chunk, int flags,
                 brink_message *results, brink_failure *failure);
// Compiles only.
int brink_vm_compile(brink_vm *vm, const char *source, size_t count, const char *chunk, brink_failure *failure);
int brink_vm_call(brink_vm *vm, int64_t reference, const brink_message *arguments, int flags,
                  brink_message *results, brink_failure *failure);
// The text of one value as `tostring` gives it.
int brink_vm_text(brink_vm *vm, const brink_message *value, brink_message *results, brink_failure *failure);
// `path` is a name, or names joined by dots: tables between are made.
int brink_vm_set(brink_vm *vm, const char *path, const brink_message *value, brink_failure *failure);
int brink_vm_get(brink_vm *vm, const char *path, int flags, brink_message *results, brink_failure *failure);
// The string keys of the table at a path ("" is the globals), for completion.
int brink_vm_names(brink_vm *vm, const char *path, brink_message *results, brink_failure *failure);
// Lets scripts `require` this text by this name; it is compiled now and run when first asked for. Without a name it only
// makes `require` itself.
int brink_vm_add_module(brink_vm *vm, const char *name, const char *source, size_t count, const char *chunk,
                        brink_failure *failure);
int brink_vm_register(brink_vm *vm, const char *path, int32_t function, brink_failure *failure);
void brink_vm_release_function(brink_vm *vm, int64_t reference);

// ---- host types ----------------------------------------------------------------------------------------------------

typedef struct {
    const char *name;
    int32_t function;
} brink_member;

typedef struct {
    uint32_t type;                    // the host's number for it, from 0
    const char *name;                 // what `type` errors call it
    const brink_member *methods;      // o:name(...)
    size_t method_count;
    const brink_member *properties;   // o.name
    size_t property_count;
    const brink_member *operators;    // "__len", "__tostring", "__call", "__eq", "__sub", "__add", "__lt", "__le",
    size_t operator_count;            // "__concat", "__unm", "__mul", "__div", "__index" (asked last), "__pairs"
} brink_type;

int brink_vm_register_type(brink_vm *vm, const brink_type *type, brink_failure *failure);

// ---- measures ------------------------------------------------------------------------------------------------------

// Seconds of the clock that deadlines are kept by.
double brink_monotonic_seconds(void);
// When the running or last run was stopped and when it had returned, seconds of that clock; 0 where it was not.
double brink_vm_stopped_at(const brink_vm *vm);

#endif

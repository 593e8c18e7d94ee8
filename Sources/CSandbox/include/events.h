// Events inside a VM: userdata of four bytes over columns that the host owns. Nothing named here raises a Lua error.
#ifndef BRINK_EVENTS_H
#define BRINK_EVENTS_H

#include <columns.h>

#include "sandbox.h"

/// The kinds of handles that every VM knows, as the tags of BRINK_HANDLE nodes, with their payloads.
enum {
    BRINK_KIND_EVENT,     // the row; UINT32_MAX for an event that is gone
    BRINK_KIND_DATE,      // the first day in the upper half, the last in the lower, as 32-bit numbers
    BRINK_KIND_DURATION,  // days, as the bits of a double
    BRINK_KIND_ACTORS,    // the row in the upper half; the lower is 0 for the sources, 1 for the targets
    BRINK_KIND_ACTOR,     // as for actors, with the actor's place times 2 added
    BRINK_KIND_ROWS,      // a `brink_rows *` that the value takes over; into Lua only
};

/// Makes a VM's events those of `columns`, which `owner` keeps alive. The VM lets go of the owner by the host's
/// `release`, at the next binding or at its end, and at once where this fails. Events that scripts hold stay the same
/// values and follow their ids into the new columns; those that are not there any more raise when they are read.
int brink_vm_bind_events(brink_vm *vm, const brink_columns *columns, void *owner, brink_failure *failure);

/// The owner of the bound columns, or NULL. On the VM's thread.
void *brink_vm_events_owner(brink_vm *vm);

/// Rows that a script walks through with `for`; counted against the VM's memory. NULL where there is none left.
/// It belongs to the VM until it is sent as a BRINK_KIND_ROWS handle, and to the script's value from then on.
typedef struct brink_rows brink_rows;
brink_rows *brink_rows_create(brink_vm *vm, const uint32_t *rows, size_t count);

/// Calls a Lua function with each event and writes 1 into `keep` where it answers true, 0 elsewhere.
int brink_vm_select_events(brink_vm *vm, int64_t predicate, const uint32_t *rows, size_t count, uint8_t *keep,
                           brink_failure *failure);

#endif

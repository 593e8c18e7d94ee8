// libarchive, linked statically: its shared library pulls in eleven others, ICU among them, which costs every start of
// the program 5 ms whether it opens a pack or not.
#ifndef BRINK_CARCHIVE_H
#define BRINK_CARCHIVE_H

#include <archive.h>
#include <archive_entry.h>

#endif

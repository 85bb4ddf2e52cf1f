// PostgreSQL's C library, as the system has it (Debian: libpq-dev).
#include <libpq-fe.h>

// What autogen calls of libpq, as a table that is filled when the library is opened: nothing here links to it.

#ifndef AUTOGEN_LIBPQ_H
#define AUTOGEN_LIBPQ_H

#include <dlfcn.h>
#if __has_include(<libpq-fe.h>)
#include <libpq-fe.h>
#elif __has_include(<postgresql/libpq-fe.h>) // Debian
#include <postgresql/libpq-fe.h>
#elif __has_include(<pgsql/libpq-fe.h>) // openSUSE
#include <pgsql/libpq-fe.h>
#else
#error "libpq-fe.h is missing: install libpq's headers (Debian: libpq-dev), or set CPATH to the folder that holds it"
#endif

/// The names without their `PQ`.
#define AUTOGEN_LIBPQ_FUNCTIONS(FUNCTION) \
    FUNCTION(backendPID) \
    FUNCTION(cancel) \
    FUNCTION(clear) \
    FUNCTION(connectPoll) \
    FUNCTION(connectStartParams) \
    FUNCTION(connectionNeedsPassword) \
    FUNCTION(conninfo) \
    FUNCTION(conninfoFree) \
    FUNCTION(consumeInput) \
    FUNCTION(enterPipelineMode) \
    FUNCTION(errorMessage) \
    FUNCTION(exitPipelineMode) \
    FUNCTION(finish) \
    FUNCTION(flush) \
    FUNCTION(fname) \
    FUNCTION(freeCancel) \
    FUNCTION(freemem) \
    FUNCTION(getCancel) \
    FUNCTION(getCopyData) \
    FUNCTION(getResult) \
    FUNCTION(getisnull) \
    FUNCTION(getlength) \
    FUNCTION(getvalue) \
    FUNCTION(isBusy) \
    FUNCTION(nfields) \
    FUNCTION(notifies) \
    FUNCTION(ntuples) \
    FUNCTION(parameterStatus) \
    FUNCTION(pipelineSync) \
    FUNCTION(putCopyEnd) \
    FUNCTION(resultErrorField) \
    FUNCTION(resultErrorMessage) \
    FUNCTION(resultStatus) \
    FUNCTION(sendQuery) \
    FUNCTION(sendQueryParams) \
    FUNCTION(serverVersion) \
    FUNCTION(setNoticeReceiver) \
    FUNCTION(setnonblocking) \
    FUNCTION(socket) \
    FUNCTION(status) \
    FUNCTION(transactionStatus)

/// libpq's functions, each with the type that its header declares. Filled before anybody sees it, and never changed.
typedef struct __attribute__((swift_attr("@Sendable"))) LibPQ {
#define AUTOGEN_MEMBER(name) __typeof__(PQ##name) *_Nonnull name;
    AUTOGEN_LIBPQ_FUNCTIONS(AUTOGEN_MEMBER)
#undef AUTOGEN_MEMBER
} LibPQ;

/// Fills the table from an opened library; returns the name of the first function that it lacks, or a null pointer.
static inline const char *_Nullable autogen_libpq_fill(LibPQ *_Nonnull table, void *_Nonnull library) {
    void *function;
#define AUTOGEN_LOOK_UP(name) \
    if ((function = dlsym(library, "PQ" #name)) == 0) return "PQ" #name; \
    table->name = (__typeof__(table->name))function;
    AUTOGEN_LIBPQ_FUNCTIONS(AUTOGEN_LOOK_UP)
#undef AUTOGEN_LOOK_UP
    return 0;
}

#endif

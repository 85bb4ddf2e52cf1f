// The part of libcurl's multi interface that KurusHTTP uses, loaded while the program runs.
//
// Building needs no header of curl. The numbers below are its binary interface, which releases since 7.16.0 have only added
// to (https://curl.se/libcurl/abi.html). Swift cannot call functions with a variable argument list, so each kind of
// argument has a function here. Empty outside Linux.
#ifndef KURUS_CLIBCURL_H
#define KURUS_CLIBCURL_H

#include <stdbool.h>
#include <stddef.h>

typedef struct LibcurlEasy LibcurlEasy;
typedef struct LibcurlMulti LibcurlMulti;
typedef struct LibcurlShare LibcurlShare;
typedef struct LibcurlList LibcurlList;

#define LIBCURL_ENUM __attribute__((enum_extensibility(closed)))

typedef enum LIBCURL_ENUM {
    LibcurlLoadingDone,
    /// No such library.
    LibcurlLoadingNotFound,
    /// The library lacks a function.
    LibcurlLoadingIncomplete,
} LibcurlLoading;

/// Loads the library of this name. Call it once, before every other function here.
LibcurlLoading libcurl_load(const char *name);

/// 0xXXYYZZ for version XX.YY.ZZ.
unsigned int libcurl_version(void);
/// The version as text.
const char *libcurl_version_text(void);
/// Whether it speaks TLS and looks up names without blocking the thread that drives it.
bool libcurl_has_needed_features(void);
/// The path of the certificate authorities that the library was built to trust; NULL when it knows no such file.
const char *libcurl_trusted_file(void);
/// Initializes the library; 0 on success.
int libcurl_global_init(void);

typedef enum LIBCURL_ENUM {
    LibcurlNumberNoBody = 44,
    LibcurlNumberPost = 47,
    LibcurlNumberFreshConnect = 74,
    LibcurlNumberForbidReuse = 75,
    LibcurlNumberHTTPVersion = 84,
    LibcurlNumberNoSignal = 99,
    LibcurlNumberProtocols = 181,
    LibcurlNumberHeaderOptions = 229,
    LibcurlNumberSuppressConnectHeaders = 265,
    LibcurlNumberHTTP09Allowed = 285,
    LibcurlNumberQuickExit = 322,
} LibcurlNumber;

typedef enum LIBCURL_ENUM {
    LibcurlTextAddress = 10002,
    LibcurlTextProxy = 10004,
    LibcurlTextCustomRequest = 10036,
    LibcurlTextCAInfo = 10065,
    LibcurlTextCAPath = 10097,
    LibcurlTextAcceptEncoding = 10102,
    LibcurlTextRequestTarget = 10266,
} LibcurlText;

/// Called before a request is sent over a connection that is ready for it; anything but 0 ends the transfer unsent.
typedef int (*LibcurlBeforeSending)(void *context, char *, char *, int, int);
/// Called with a piece of the response; any result but `size * count` ends the transfer.
typedef size_t (*LibcurlReceive)(char *bytes, size_t size, size_t count, void *context);

LibcurlEasy *libcurl_easy_new(void);
void libcurl_easy_free(LibcurlEasy *easy);
bool libcurl_easy_set_number(LibcurlEasy *easy, LibcurlNumber option, long value);
/// Copies the text. NULL unsets the option.
bool libcurl_easy_set_text(LibcurlEasy *easy, LibcurlText option, const char *text);
/// Copies the content, and sets its length. `bytes` may be NULL where the size is 0.
bool libcurl_easy_set_content(LibcurlEasy *easy, const void *bytes, size_t size);
/// The list must outlive the transfer.
bool libcurl_easy_set_fields(LibcurlEasy *easy, LibcurlList *lines);
bool libcurl_easy_set_share(LibcurlEasy *easy, LibcurlShare *share);
bool libcurl_easy_set_callbacks(
    LibcurlEasy *easy, void *context, LibcurlBeforeSending before, LibcurlReceive head_line, LibcurlReceive content);

/// A list with one more line; NULL, and the list unchanged, when memory is short.
LibcurlList *libcurl_list_append(LibcurlList *list, const char *line);
void libcurl_list_free(LibcurlList *list);

/// What transfers on one thread have in common: their TLS sessions.
LibcurlShare *libcurl_share_new(void);
void libcurl_share_free(LibcurlShare *share);

LibcurlMulti *libcurl_multi_new(void);
/// Closes the kept connections. Every transfer must have been removed.
void libcurl_multi_free(LibcurlMulti *multi);
bool libcurl_multi_add(LibcurlMulti *multi, LibcurlEasy *easy);
void libcurl_multi_remove(LibcurlMulti *multi, LibcurlEasy *easy);
/// Does what can be done without waiting.
bool libcurl_multi_perform(LibcurlMulti *multi);
/// Waits until a socket is ready, a time limit of libcurl's own is over, or `libcurl_wake` is called, be it before.
bool libcurl_multi_wait(LibcurlMulti *multi, int milliseconds);
/// A transfer that has ended, and its CURLcode; NULL when there is none.
LibcurlEasy *libcurl_multi_next_ended(LibcurlMulti *multi, int *code);

/// A multi handle as other threads know it: to wake its thread with. Sendable, because curl_multi_wakeup(3) may be called
/// from any thread while the handle exists.
typedef struct __attribute__((swift_attr("@Sendable"))) {
    LibcurlMulti *multi;
} LibcurlWakeup;

void libcurl_wake(LibcurlWakeup wakeup);

#endif

#include "CLibcurl.h"

#if defined(__linux__)

#include <dlfcn.h>
#include <stdint.h>
#include <string.h>

// The beginning of curl_version_info_data up to its seventh version, that of libcurl 7.70.
struct VersionInfo {
    int age;
    const char *version;
    unsigned int number;
    const char *host;
    int features;
    const char *ssl_version;
    long ssl_number;
    const char *libz_version;
    const char *const *protocols;
    const char *ares;
    int ares_number;
    const char *libidn;
    int iconv_number;
    const char *libssh_version;
    unsigned int brotli_number;
    const char *brotli_version;
    unsigned int nghttp2_number;
    const char *nghttp2_version;
    const char *quic_version;
    const char *ca_file;
    const char *ca_folder;
};

// CURLMsg
struct Message {
    int kind;
    LibcurlEasy *easy;
    union {
        void *pointer;
        int code;
    } data;
};

enum {
    CURLVERSION_SEVENTH = 6,
    CURL_VERSION_SSL = 1 << 2,
    CURL_VERSION_ASYNCHDNS = 1 << 7,
    CURL_GLOBAL_ALL = 3,
    CURLMSG_DONE = 1,
    CURLSHOPT_SHARE = 1,
    CURL_LOCK_DATA_SSL_SESSION = 4,
    CURLOPT_WRITEDATA = 10001,
    CURLOPT_HTTPHEADER = 10023,
    CURLOPT_HEADERDATA = 10029,
    CURLOPT_SHARE = 10100,
    CURLOPT_COPYPOSTFIELDS = 10165,
    CURLOPT_PREREQDATA = 10313,
    CURLOPT_WRITEFUNCTION = 20011,
    CURLOPT_HEADERFUNCTION = 20079,
    CURLOPT_PREREQFUNCTION = 20312,
    CURLOPT_POSTFIELDSIZE_LARGE = 30120,
};

static struct {
    struct VersionInfo *(*version_info)(int);
    int (*global_init)(long);
    LibcurlEasy *(*easy_init)(void);
    void (*easy_cleanup)(LibcurlEasy *);
    int (*easy_setopt)(LibcurlEasy *, int, ...);
    LibcurlList *(*slist_append)(LibcurlList *, const char *);
    void (*slist_free_all)(LibcurlList *);
    LibcurlShare *(*share_init)(void);
    int (*share_setopt)(LibcurlShare *, int, ...);
    int (*share_cleanup)(LibcurlShare *);
    LibcurlMulti *(*multi_init)(void);
    int (*multi_cleanup)(LibcurlMulti *);
    int (*multi_add_handle)(LibcurlMulti *, LibcurlEasy *);
    int (*multi_remove_handle)(LibcurlMulti *, LibcurlEasy *);
    int (*multi_perform)(LibcurlMulti *, int *);
    int (*multi_poll)(LibcurlMulti *, void *, unsigned int, int, int *);
    int (*multi_wakeup)(LibcurlMulti *);
    struct Message *(*multi_info_read)(LibcurlMulti *, int *);
} curl;

LibcurlLoading libcurl_load(const char *name) {
    // dlsym's result is copied as bytes: C has no conversion from an object's address to a function's, POSIX wants one.
    const struct {
        const char *name;
        void *function;
    } symbols[] = {
        {"curl_version_info", &curl.version_info},
        {"curl_global_init", &curl.global_init},
        {"curl_easy_init", &curl.easy_init},
        {"curl_easy_cleanup", &curl.easy_cleanup},
        {"curl_easy_setopt", &curl.easy_setopt},
        {"curl_slist_append", &curl.slist_append},
        {"curl_slist_free_all", &curl.slist_free_all},
        {"curl_share_init", &curl.share_init},
        {"curl_share_setopt", &curl.share_setopt},
        {"curl_share_cleanup", &curl.share_cleanup},
        {"curl_multi_init", &curl.multi_init},
        {"curl_multi_cleanup", &curl.multi_cleanup},
        {"curl_multi_add_handle", &curl.multi_add_handle},
        {"curl_multi_remove_handle", &curl.multi_remove_handle},
        {"curl_multi_perform", &curl.multi_perform},
        {"curl_multi_poll", &curl.multi_poll},
        {"curl_multi_wakeup", &curl.multi_wakeup},
        {"curl_multi_info_read", &curl.multi_info_read},
    };
    // Never closed: FoundationNetworking uses the same library for as long as the process runs.
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!library) return LibcurlLoadingNotFound;
    for (size_t index = 0; index < sizeof symbols / sizeof *symbols; index++) {
        if (!dlsym(library, symbols[index].name)) return LibcurlLoadingIncomplete;
    }
    for (size_t index = 0; index < sizeof symbols / sizeof *symbols; index++) {
        void *function = dlsym(library, symbols[index].name);
        memcpy(symbols[index].function, &function, sizeof function);
    }
    return LibcurlLoadingDone;
}

unsigned int libcurl_version(void) { return curl.version_info(CURLVERSION_SEVENTH)->number; }

const char *libcurl_version_text(void) { return curl.version_info(CURLVERSION_SEVENTH)->version; }

bool libcurl_has_needed_features(void) {
    const int needed = CURL_VERSION_SSL | CURL_VERSION_ASYNCHDNS;
    return (curl.version_info(CURLVERSION_SEVENTH)->features & needed) == needed;
}

const char *libcurl_trusted_file(void) {
    const struct VersionInfo *info = curl.version_info(CURLVERSION_SEVENTH);
    return info->age >= CURLVERSION_SEVENTH ? info->ca_file : NULL;
}

int libcurl_global_init(void) { return curl.global_init(CURL_GLOBAL_ALL); }

LibcurlEasy *libcurl_easy_new(void) { return curl.easy_init(); }

void libcurl_easy_free(LibcurlEasy *easy) { curl.easy_cleanup(easy); }

bool libcurl_easy_set_number(LibcurlEasy *easy, LibcurlNumber option, long value) {
    return curl.easy_setopt(easy, (int)option, value) == 0;
}

bool libcurl_easy_set_text(LibcurlEasy *easy, LibcurlText option, const char *text) {
    return curl.easy_setopt(easy, (int)option, text) == 0;
}

bool libcurl_easy_set_content(LibcurlEasy *easy, const void *bytes, size_t size) {
    // The size is a curl_off_t, which has 64 bits everywhere, and counts only when it is set first.
    return curl.easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (int64_t)size) == 0
        && curl.easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, size ? bytes : "") == 0;
}

bool libcurl_easy_set_fields(LibcurlEasy *easy, LibcurlList *lines) {
    return curl.easy_setopt(easy, CURLOPT_HTTPHEADER, lines) == 0;
}

bool libcurl_easy_set_share(LibcurlEasy *easy, LibcurlShare *share) {
    return curl.easy_setopt(easy, CURLOPT_SHARE, share) == 0;
}

bool libcurl_easy_set_callbacks(
    LibcurlEasy *easy, void *context, LibcurlBeforeSending before, LibcurlReceive head_line, LibcurlReceive content) {
    return curl.easy_setopt(easy, CURLOPT_PREREQFUNCTION, before) == 0
        && curl.easy_setopt(easy, CURLOPT_PREREQDATA, context) == 0
        && curl.easy_setopt(easy, CURLOPT_HEADERFUNCTION, head_line) == 0
        && curl.easy_setopt(easy, CURLOPT_HEADERDATA, context) == 0
        && curl.easy_setopt(easy, CURLOPT_WRITEFUNCTION, content) == 0
        && curl.easy_setopt(easy, CURLOPT_WRITEDATA, context) == 0;
}

LibcurlList *libcurl_list_append(LibcurlList *list, const char *line) { return curl.slist_append(list, line); }

void libcurl_list_free(LibcurlList *list) { curl.slist_free_all(list); }

LibcurlShare *libcurl_share_new(void) {
    LibcurlShare *share = curl.share_init();
    if (share) curl.share_setopt(share, CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION);
    return share;
}

void libcurl_share_free(LibcurlShare *share) { curl.share_cleanup(share); }

LibcurlMulti *libcurl_multi_new(void) { return curl.multi_init(); }

void libcurl_multi_free(LibcurlMulti *multi) { curl.multi_cleanup(multi); }

bool libcurl_multi_add(LibcurlMulti *multi, LibcurlEasy *easy) { return curl.multi_add_handle(multi, easy) == 0; }

void libcurl_multi_remove(LibcurlMulti *multi, LibcurlEasy *easy) { curl.multi_remove_handle(multi, easy); }

bool libcurl_multi_perform(LibcurlMulti *multi) {
    int running;
    return curl.multi_perform(multi, &running) == 0;
}

bool libcurl_multi_wait(LibcurlMulti *multi, int milliseconds) {
    return curl.multi_poll(multi, NULL, 0, milliseconds, NULL) == 0;
}

LibcurlEasy *libcurl_multi_next_ended(LibcurlMulti *multi, int *code) {
    int rest;
    struct Message *message;
    while ((message = curl.multi_info_read(multi, &rest))) {
        if (message->kind == CURLMSG_DONE) {
            *code = message->data.code;
            return message->easy;
        }
    }
    return NULL;
}

void libcurl_wake(LibcurlWakeup wakeup) { curl.multi_wakeup(wakeup.multi); }

#endif

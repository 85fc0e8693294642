#include <curl/curl.h>

// Swift imports no function with a variable number of arguments: one for each type of argument.

static inline CURLcode goldthread_curl_text(CURL *curl, CURLoption option, const char *text) {
  return curl_easy_setopt(curl, option, text);
}

static inline CURLcode goldthread_curl_number(CURL *curl, CURLoption option, long number) {
  return curl_easy_setopt(curl, option, number);
}

static inline CURLcode goldthread_curl_list(CURL *curl, CURLoption option, struct curl_slist *list) {
  return curl_easy_setopt(curl, option, list);
}

static inline CURLcode goldthread_curl_pointer(CURL *curl, CURLoption option, void *pointer) {
  return curl_easy_setopt(curl, option, pointer);
}

typedef size_t (*goldthread_curl_transfer)(char *bytes, size_t size, size_t count, void *context);

// For CURLOPT_READFUNCTION and CURLOPT_WRITEFUNCTION.
static inline CURLcode goldthread_curl_callback(CURL *curl, CURLoption option, goldthread_curl_transfer transfer) {
  return curl_easy_setopt(curl, option, transfer);
}

static inline long goldthread_curl_response_code(CURL *curl) {
  long code = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
  return code;
}

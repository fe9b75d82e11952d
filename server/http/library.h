#pragma once

// The one place that includes cpp-httplib, so that every translation unit sees it with the same settings. The
// limits that matter are our own (limits.h); these are only set so that they never come first.
#define CPPHTTPLIB_REQUEST_URI_MAX_LENGTH 2048
#define CPPHTTPLIB_HEADER_MAX_LENGTH 16384
#define CPPHTTPLIB_HEADER_MAX_COUNT 8192
#define CPPHTTPLIB_LISTEN_BACKLOG 256

#include <httplib.h>

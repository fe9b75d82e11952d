#pragma once

#include <cstddef>

namespace tianbao::http {

// Every limit of the server, each with its reason.

// The largest real report is 8 KB of JSON; a form of 500 questions and a table of 10,000 cells comes to half
// of this.
constexpr std::size_t max_body_bytes = std::size_t{1} << 20;
constexpr std::size_t max_sign_in_body_bytes = 4096;
constexpr std::size_t max_json_depth = 16;  // a document nests 6 deep
constexpr std::size_t max_json_values = 100'000;

constexpr std::size_t max_uri_bytes = 2048;
constexpr std::size_t max_header_bytes = std::size_t{16} << 10;  // request line and fields together

// A connection holds a thread as long as it is open. Beyond max_threads connections wait, beyond max_waiting
// they are closed at once.
constexpr std::size_t max_threads = 128;
constexpr std::size_t max_waiting_connections = 256;
constexpr std::size_t max_requests_per_connection = 1000;

// One address may not hold every thread. A county's offices may share one, so it has half of them.
constexpr std::size_t max_connections_per_address = max_threads / 2;
constexpr int refused_retry_seconds = 2;

// A slow line is served, a client that only pretends to be one is not: each is for the whole of a part of the
// exchange, not for each packet. A body has as long as its route's largest one takes on the slowest line that
// is still served, so that what is open to everybody, the small sign-in, holds a thread for seconds only.
struct Deadlines {
  int header_ms = 10'000;
  int body_start_ms = 5'000;
  int slowest_body_bytes_per_second = 20'000;  // a report at its limit: 57 s
  int response_ms = 120'000;

  /// For a body of at most so many bytes.
  int body_ms(std::size_t max_bytes) const {
    return body_start_ms +
           static_cast<int>(max_bytes * 1000 / static_cast<std::size_t>(slowest_body_bytes_per_second));
  }
};

constexpr int keep_alive_ms = 5'000;
constexpr int busy_keep_alive_ms = 200;  // when other connections may be waiting for a thread
constexpr int linger_ms = 1'000;         // to let an early answer arrive before the connection is reset
constexpr int refused_linger_ms = 100;   // the same for a connection that is not served at all
constexpr std::size_t max_linger_bytes = std::size_t{8} << 20;
constexpr int stop_check_ms = 100;  // how soon an idle connection notices that the server stops

// Sessions. A working day at the desk, but not a night on a shared PC.
constexpr std::size_t max_sessions = 20'000;
constexpr int session_idle_seconds = 2 * 60 * 60;
constexpr int session_absolute_seconds = 12 * 60 * 60;

// Sign-in. A hash takes 19 MiB and some 25 ms of one core: two at a time leave the other threads their turn.
constexpr int max_concurrent_hashes = 2;
constexpr int max_waiting_hashes = 16;

// An answer that fits into one packet anyway is not worth compressing.
constexpr std::size_t min_compressed_bytes = 1400;

// Client files, held in memory: the budget for the whole client is 500 KB.
constexpr std::size_t max_client_file_bytes = std::size_t{16} << 20;
constexpr std::size_t max_client_bytes = std::size_t{64} << 20;

}  // namespace tianbao::http

#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <string>

#include "server/http/library.h"
#include "server/http/limits.h"

namespace tianbao::http {

/// Why a request was given up before it was complete, or not taken at all.
enum class Refusal { none, uri_too_long, header_too_large, timed_out, too_many_connections };

/// One accepted socket as the stream that cpp-httplib reads requests from. It holds each part of a request to
/// a size and a deadline of its own, which timeouts per packet cannot: a client that sends one byte a second
/// would otherwise keep a thread for hours.
class Connection final : public httplib::Stream {
 public:
  /// Takes the socket over and closes it in the end.
  Connection(socket_t socket, const Deadlines& deadlines);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() override;

  /// Waits for the first byte of a request; false when none comes in time or the peer has gone.
  bool wait_for_request(int timeout_ms);
  bool is_open() const { return is_open_; }

  // The parts of one request, in this order.
  void begin_request();
  void begin_body(std::size_t max_bytes);  // most that its route takes
  void begin_response();

  /// Once a request is refused nothing that cpp-httplib writes goes out: the server answers in its place.
  Refusal refusal() const { return refusal_; }

  /// Writes past the refusal.
  void write_refusal(const std::string& response);

  /// Ends the sending side and reads on for a moment, so that the answer is not lost to a reset while the
  /// peer is still sending (RFC 9112 section 9.6).
  void close_gently(int patience_ms);

  bool is_readable() const override;
  bool wait_readable() const override;
  bool wait_writable() const override;
  ssize_t read(char* target, std::size_t size) override;
  ssize_t write(const char* bytes, std::size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return socket_; }
  time_t duration() const override;

 private:
  using Clock = std::chrono::steady_clock;
  enum class Part { request_line, fields, body, response, leftover };

  int remaining_ms() const;
  bool fill();
  void count_header_byte(char byte);

  socket_t socket_;
  Deadlines deadlines_;
  Part part_ = Part::request_line;
  Refusal refusal_ = Refusal::none;
  bool is_open_ = true;  // the peer may still send
  std::size_t header_bytes_ = 0;
  Clock::time_point started_ = Clock::now();
  Clock::time_point deadline_ = Clock::now();
  std::array<char, 16384> buffer_ = {};
  std::size_t buffered_from_ = 0;
  std::size_t buffered_until_ = 0;
};

}  // namespace tianbao::http

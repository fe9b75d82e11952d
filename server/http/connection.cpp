#include "server/http/connection.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server/http/address.h"

namespace tianbao::http {

namespace {

/// Whether the socket is ready for that before the time is up.
bool wait_for(socket_t socket, short events, int timeout_ms) {
  pollfd watched = {socket, events, 0};
  int ready = 0;
  do {
    ready = ::poll(&watched, 1, timeout_ms);
  } while (ready < 0 && errno == EINTR);
  return ready > 0;
}

}  // namespace

Connection::Connection(socket_t socket, const Deadlines& deadlines)
    : socket_(socket), deadlines_(deadlines) {}

Connection::~Connection() {
  ::close(socket_);
}

bool Connection::wait_for_request(int timeout_ms) {
  return buffered_from_ < buffered_until_ || (wait_for(socket_, POLLIN, timeout_ms) && fill());
}

void Connection::begin_request() {
  part_ = Part::request_line;
  header_bytes_ = 0;
  started_ = Clock::now();
  deadline_ = started_ + std::chrono::milliseconds(deadlines_.header_ms);
}

void Connection::begin_body(std::size_t max_bytes) {
  part_ = Part::body;
  deadline_ = Clock::now() + std::chrono::milliseconds(deadlines_.body_ms(max_bytes));
}

void Connection::begin_response() {
  part_ = Part::response;
  deadline_ = Clock::now() + std::chrono::milliseconds(deadlines_.response_ms);
}

void Connection::write_refusal(const std::string& response) {
  refusal_ = Refusal::none;
  begin_response();
  write(response.data(), response.size());
}

void Connection::close_gently(int patience_ms) {
  ::shutdown(socket_, SHUT_WR);
  const Clock::time_point until = Clock::now() + std::chrono::milliseconds(patience_ms);
  std::size_t discarded = 0;
  while (discarded < max_linger_bytes) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left < 0 || !wait_for(socket_, POLLIN, static_cast<int>(left))) return;
    const ssize_t count = ::recv(socket_, buffer_.data(), buffer_.size(), MSG_DONTWAIT);
    if (count <= 0) return;
    discarded += static_cast<std::size_t>(count);
  }
}

int Connection::remaining_ms() const {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now()).count();
  return static_cast<int>(std::max<decltype(left)>(left, 0));
}

bool Connection::is_readable() const {
  return buffered_from_ < buffered_until_;
}

bool Connection::wait_readable() const {
  return is_readable() || wait_for(socket_, POLLIN, remaining_ms());
}

bool Connection::wait_writable() const {
  return wait_for(socket_, POLLOUT, remaining_ms());
}

bool Connection::fill() {
  ssize_t count = 0;
  do {
    count = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
  } while (count < 0 && errno == EINTR);
  buffered_from_ = 0;
  buffered_until_ = count > 0 ? static_cast<std::size_t>(count) : 0;
  is_open_ = count > 0;
  return is_open_;
}

void Connection::count_header_byte(char byte) {
  if (++header_bytes_ > max_header_bytes) {
    refusal_ = part_ == Part::request_line ? Refusal::uri_too_long : Refusal::header_too_large;
  }
  if (byte == '\n') part_ = Part::fields;
}

ssize_t Connection::read(char* target, std::size_t size) {
  if (refusal_ != Refusal::none || size == 0) return -1;
  if (part_ == Part::response) {
    // Answered before the body was read; cpp-httplib reads the rest off, so that it is not taken for a
    // request.
    part_ = Part::leftover;
    deadline_ = Clock::now() + std::chrono::milliseconds(linger_ms);
  }
  if (!is_readable()) {
    if (!wait_readable()) {
      if (part_ != Part::leftover) refusal_ = Refusal::timed_out;
      return -1;
    }
    if (!fill()) return 0;
  }
  const std::size_t count = std::min(size, buffered_until_ - buffered_from_);
  std::memcpy(target, buffer_.data() + buffered_from_, count);
  buffered_from_ += count;
  if (part_ == Part::request_line || part_ == Part::fields) {
    for (std::size_t i = 0; i < count && refusal_ == Refusal::none; ++i) count_header_byte(target[i]);
  }
  return refusal_ == Refusal::none ? static_cast<ssize_t>(count) : -1;
}

ssize_t Connection::write(const char* bytes, std::size_t size) {
  if (refusal_ != Refusal::none) return -1;
  if (part_ != Part::response) begin_response();
  std::size_t written = 0;
  while (written < size) {
    const ssize_t count = ::send(socket_, bytes + written, size - written, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count > 0) {
      written += static_cast<std::size_t>(count);
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      if (!wait_writable()) return -1;
    } else if (errno != EINTR) {
      return -1;
    }
  }
  return static_cast<ssize_t>(written);
}

void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
  address_of(socket_, true, ip, port);
}

void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
  address_of(socket_, false, ip, port);
}

time_t Connection::duration() const {
  return static_cast<time_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - started_).count());
}

}  // namespace tianbao::http

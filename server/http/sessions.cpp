#include "server/http/sessions.h"

#include <algorithm>
#include <utility>

#include "server/http/limits.h"
#include "server/store/secret.h"
#include "shared/digest/sha256.h"

namespace tianbao::http {

namespace {

constexpr std::size_t token_bytes = 32;

bool has_expired(const Session& session, store::UnixSeconds now) {
  return now - session.used_at > session_idle_seconds || now - session.opened_at > session_absolute_seconds;
}

}  // namespace

std::string Sessions::open(std::string site_code, std::string secret_hash, store::UnixSeconds now) {
  std::string token = store::random_hex(token_bytes);
  const std::lock_guard<std::mutex> guard(mutex_);
  if (sessions_.size() >= max_sessions) drop_expired(now);
  if (sessions_.size() >= max_sessions) make_room();
  sessions_[digest::sha256_hex(token)] = {std::move(site_code), std::move(secret_hash), now, now};
  return token;
}

std::optional<Session> Sessions::find(std::string_view token, store::UnixSeconds now) {
  if (token.size() != token_bytes * 2) return std::nullopt;
  const std::string key = digest::sha256_hex(token);
  const std::lock_guard<std::mutex> guard(mutex_);
  const auto found = sessions_.find(key);
  if (found == sessions_.end()) return std::nullopt;
  if (has_expired(found->second, now)) {
    sessions_.erase(found);
    return std::nullopt;
  }
  found->second.used_at = now;
  return found->second;
}

void Sessions::close(std::string_view token) {
  const std::string key = digest::sha256_hex(token);
  const std::lock_guard<std::mutex> guard(mutex_);
  sessions_.erase(key);
}

void Sessions::drop_expired(store::UnixSeconds now) {
  for (auto session = sessions_.begin(); session != sessions_.end();) {
    session = has_expired(session->second, now) ? sessions_.erase(session) : std::next(session);
  }
}

void Sessions::make_room() {
  const auto oldest = std::min_element(
      sessions_.begin(), sessions_.end(),
      [](const auto& left, const auto& right) { return left.second.used_at < right.second.used_at; });
  sessions_.erase(oldest);
}

}  // namespace tianbao::http

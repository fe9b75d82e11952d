#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/store/moment.h"

namespace tianbao::http {

/// Who is signed in.
struct Session {
  std::string site_code;
  std::string secret_hash;  // with which it was opened: a 校验码 that was reset ends its sessions
  store::UnixSeconds opened_at = 0;
  store::UnixSeconds used_at = 0;
};

/// Sessions live in memory only: a restart asks everybody to sign in again, and a copy of the data folder
/// opens none.
class Sessions {
 public:
  /// Opens a session and returns its token: 256 random bits as 64 hexadecimal digits.
  std::string open(std::string site_code, std::string secret_hash, store::UnixSeconds now);

  /// The session of that token, which counts as used now; nullopt when there is none or it has expired.
  std::optional<Session> find(std::string_view token, store::UnixSeconds now);

  void close(std::string_view token);

 private:
  void drop_expired(store::UnixSeconds now);
  void make_room();

  std::mutex mutex_;
  // By SHA-256 of the token: neither a memory dump nor the time that a look-up takes tells a token.
  std::unordered_map<std::string, Session> sessions_;
};

}  // namespace tianbao::http

#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>

#include "server/http/sessions.h"
#include "server/http/throttle.h"
#include "server/store/data_folder.h"
#include "server/store/form_library.h"
#include "server/store/moment.h"
#include "server/store/report_store.h"
#include "server/store/secret.h"

namespace tianbao::http {

/// Lets a few threads hash at a time: each hash takes memory and a core for a while, and the other threads
/// are there for those who are signed in.
class HashGate {
 public:
  class Pass {
   public:
    explicit Pass(HashGate* gate) : gate_(gate) {}
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;
    ~Pass();
    /// False when too many were waiting already.
    explicit operator bool() const { return gate_ != nullptr; }

   private:
    HashGate* gate_;
  };

  Pass enter();

 private:
  bool try_enter();
  void leave();

  std::mutex mutex_;
  std::condition_variable freed_;
  int hashing_ = 0;
  int waiting_ = 0;
};

/// What the handlers share. All of it may be used from many threads.
struct Service {
  const store::DataFolder& folder;
  const store::FormLibrary& forms;
  store::ReportStore& reports;
  store::UnixSeconds (*now)() = store::now;
  bool (*secret_matches)(const std::string& hash, std::string_view secret) = store::secret_matches;
  Sessions sessions = {};
  HashGate hash_gate = {};
  Throttle code_throttle{ThrottlePolicy{.free_failures = 5, .seconds_per_failure = 20}};
  // A county's offices may share one address, and mistype their way through a January morning.
  Throttle address_throttle{ThrottlePolicy{.free_failures = 30, .seconds_per_failure = 5}};
};

}  // namespace tianbao::http

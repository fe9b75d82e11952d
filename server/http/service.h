#pragma once

#include <condition_variable>
#include <mutex>

#include "server/http/sessions.h"
#include "server/http/throttle.h"
#include "server/store/data_folder.h"
#include "server/store/form_library.h"
#include "server/store/moment.h"
#include "server/store/report_store.h"

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
  Sessions sessions = {};
  HashGate hash_gate = {};
  Throttle code_throttle{ThrottlePolicy{}};
  // A county's offices may share one address, so it is slowed later; and no one can lock a colleague out for
  // longer.
  Throttle address_throttle{ThrottlePolicy{30, 300, 15 * 60, 4096}};
};

}  // namespace tianbao::http

#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace tianbao::http {

/// Holds every address to max_connections_per_address at a time. The proxy on this machine stands for
/// everybody and is not held: it has the peers' addresses, and limits of its own. Safe to use from many
/// threads.
class ConnectionShares {
 public:
  /// One connection's part of its address's share, given back in the end.
  class Place {
   public:
    Place(ConnectionShares& shares, std::string address);
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place();

    /// False when the address has as many as it may have.
    explicit operator bool() const { return is_taken_; }
    /// Whether the address has almost as many as it may have.
    bool is_scarce() const;

   private:
    ConnectionShares& shares_;
    std::string address_;  // "" when it is not counted
    bool is_taken_;
  };

  Place take(const std::string& remote_address);

 private:
  bool add(const std::string& address);
  void remove(const std::string& address);
  std::size_t count(const std::string& address) const;

  mutable std::mutex mutex_;
  std::unordered_map<std::string, std::size_t> counts_;
};

}  // namespace tianbao::http

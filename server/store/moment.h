#pragma once

#include <cstdint>
#include <string>

namespace tianbao::store {

/// A point in time as seconds since 1970-01-01T00:00:00Z.
using UnixSeconds = std::int64_t;

UnixSeconds now();

/// The day in China: "2020-01-15". The whole country keeps UTC+8 and has had no summer time since 1991, so no
/// time zone database is needed.
std::string china_date(UnixSeconds moment);

/// RFC 3339 with China's offset: "2020-01-15T09:30:00+08:00".
std::string china_timestamp(UnixSeconds moment);

}  // namespace tianbao::store

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/data_folder.h"
#include "shared/document/document.h"
#include "shared/result.h"

namespace tianbao::store {

/// A site as the register knows it.
struct SiteRecord {
  document::Site site;
  std::string secret_hash;  // Argon2id, as libsodium writes it
};

/// The site of that 标识码, read afresh from its file; nullopt when the register has none. Files are small
/// and in the system's cache: nothing is held here, so what `tianbao site` changes holds at once.
Result<std::optional<SiteRecord>, FileError> read_site(const DataFolder& folder, std::string_view code);

/// Writes the site's file. The caller holds lock_register().
std::optional<FileError> write_site(const DataFolder& folder, const SiteRecord& record);

/// Every 标识码 of the register, ascending.
Result<std::vector<std::string>, FileError> list_sites(const DataFolder& folder);

}  // namespace tianbao::store

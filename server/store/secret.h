#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tianbao::store {

// 校验码: what a reporting unit signs in with. We draw them, people do not choose them, so what protects one
// is its 79 bits of chance; the slow hash protects the file should it be read by the wrong person.

/// Readies libsodium; to be called before anything else here, from any thread, any number of times. False
/// when the machine has no source of random bytes.
bool ready_cryptography();

/// `bytes` random bytes as lower-case hexadecimal digits.
std::string random_hex(std::size_t bytes);

/// A fresh 校验码: four groups of four letters and digits, none of 0 O 1 I: "7KQF-M2XW-9HRT-C4BN".
std::string make_secret();

/// As typed, made regular: blanks and hyphens go, full-width becomes half-width, letters upper case.
std::string normalize_secret(std::string_view typed);

/// Most memory one hash takes while it is computed, and its number of passes: OWASP's setting of Argon2id for
/// servers (19 MiB, 2 passes). libsodium's INTERACTIVE takes 64 MiB a sign-in, more than a small box may have
/// to spare.
constexpr std::size_t hash_memory_bytes = std::size_t{19} << 20;
constexpr unsigned long long hash_passes = 2;

/// Argon2id (crypto_pwhash_str) of the normalised secret; nullopt when there is no memory for it.
std::optional<std::string> hash_secret(std::string_view secret);

/// Whether the secret is the one that was hashed. Takes as long for a wrong one as for the right one.
bool secret_matches(const std::string& hash, std::string_view secret);

/// A hash that no secret matches, for the same work when the 标识码 is unknown.
const std::string& unmatched_hash();

}  // namespace tianbao::store

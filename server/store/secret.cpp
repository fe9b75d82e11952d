#include "server/store/secret.h"

#include <array>
#include <vector>

#include <sodium.h>

#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace tianbao::store {

namespace {

// 31 signs: no 0 O 1 I, which look alike on paper, and no L, which lower-case l made of it. 16 of them are 79
// bits.
constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
constexpr std::size_t groups = 4;
constexpr std::size_t group_length = 4;

}  // namespace

bool ready_cryptography() {
  return sodium_init() >= 0;
}

std::string random_hex(std::size_t bytes) {
  std::vector<unsigned char> random(bytes);
  randombytes_buf(random.data(), random.size());
  std::string text(bytes * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), random.data(), random.size());
  text.pop_back();
  return text;
}

std::string make_secret() {
  std::string secret;
  for (std::size_t group = 0; group < groups; ++group) {
    if (group > 0) secret += '-';
    for (std::size_t i = 0; i < group_length; ++i) {
      secret += alphabet[randombytes_uniform(static_cast<std::uint32_t>(alphabet.size()))];
    }
  }
  return secret;
}

std::string normalize_secret(std::string_view typed) {
  std::string secret;
  if (!text::is_valid_utf8(typed)) return secret;
  for (char c : text::clean(typed)) {
    if (c == ' ' || c == '-' || c == '\n') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    secret += c;
  }
  return secret;
}

std::optional<std::string> hash_secret(std::string_view secret) {
  const std::string normal = normalize_secret(secret);
  std::array<char, crypto_pwhash_STRBYTES> text = {};
  if (crypto_pwhash_str(text.data(), normal.data(), normal.size(), hash_passes, hash_memory_bytes) != 0) {
    return std::nullopt;
  }
  return std::string(text.data());
}

bool secret_matches(const std::string& hash, std::string_view secret) {
  const std::string normal = normalize_secret(secret);
  return crypto_pwhash_str_verify(hash.c_str(), normal.data(), normal.size()) == 0;
}

const std::string& unmatched_hash() {
  static const std::string hash = hash_secret(random_hex(32)).value_or("");
  return hash;
}

}  // namespace tianbao::store

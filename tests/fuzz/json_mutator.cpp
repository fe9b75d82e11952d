// How libFuzzer changes inputs that are JSON: mostly at places of the tree, so that what comes out is still
// JSON and gets past its parser; now and then at the bytes.

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "tests/fuzz/property.h"
#include "tests/support/json_change.h"
#include "tests/support/random.h"

// libFuzzer's own mutations, with its dictionary.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using namespace tianbao;
using testing::Random;

constexpr std::size_t max_growth_bytes = 64;

std::string mutated_text(const std::string& text, Random& /*random*/) {
  std::vector<std::uint8_t> bytes(text.begin(), text.end());
  bytes.resize(text.size() + max_growth_bytes);
  const std::size_t size = LLVMFuzzerMutate(bytes.data(), text.size(), bytes.size());
  return fuzz::utf8_of(bytes.data(), size);
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned int seed) {
  Random random(seed);
  auto parsed = json::parse({reinterpret_cast<const char*>(data), size});
  if (!parsed || random.one_in(20)) return LLVMFuzzerMutate(data, size, max_size);
  json::Value value = std::move(parsed).value();
  for (std::size_t changes = 1 + random.below(3); changes > 0; --changes)
    testing::change_json(value, random, mutated_text);
  const std::string text = json::to_compact(value);
  if (text.size() > max_size) return LLVMFuzzerMutate(data, size, max_size);
  std::copy(text.begin(), text.end(), data);
  return text.size();
}

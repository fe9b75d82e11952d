// Reads a definition from each line and writes in one what the loader says of it:
// [{"pointer","code","words":[…]}], an empty list of a form that loads.
#include <iostream>
#include <string>
#include <utility>

#include "shared/form/load.h"
#include "shared/json/write.h"

int main() {
  using namespace tianbao;
  std::string line;
  while (std::getline(std::cin, line)) {
    json::Array mistakes;
    const auto loaded = form::load(line);
    if (!loaded) {
      for (const form::DefinitionError& error : loaded.error()) {
        json::Array words;
        for (const std::string_view word : error.words) words.push_back(json::Value(word));
        json::Object mistake;
        mistake.push_back({"pointer", json::Value(error.pointer)});
        mistake.push_back({"code", json::Value(form::code_name(error.code))});
        mistake.push_back({"words", json::Value(std::move(words))});
        mistakes.push_back(json::Value(std::move(mistake)));
      }
    }
    std::cout << json::to_compact(json::Value(std::move(mistakes))) << "\n";
  }
  return 0;
}

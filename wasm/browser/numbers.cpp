// The C library reads numbers with 128-bit arithmetic that no processor has: 13 KB of code. The browser's own
// reader rounds as correctly (ECMA-262, StringToNumber), so this one takes its place.
#include <cstdlib>

#include <emscripten.h>

EM_JS(double, tianbao_read_double, (const char* text, int* length), {
  const written = Module["host"].leadingNumber(UTF8ToString(text));
  HEAP32[length >> 2] = written.length;
  return Number(written);
});

namespace {

double read_double(const char* text, char** end) {
  int length = 0;
  const double value = tianbao_read_double(text, &length);
  if (end != nullptr) {
    *end = const_cast<char*>(text) + length;  // NOLINT(cppcoreguidelines-pro-type-const-cast): as C has it
  }
  return value;
}

}  // namespace

// All of the C library's file, else the linker takes that as well.
extern "C" {

double strtod(const char* text, char** end) {
  return read_double(text, end);
}
float strtof(const char* text, char** end) {
  return static_cast<float>(read_double(text, end));
}
long double strtold(const char* text, char** end) {
  return static_cast<long double>(read_double(text, end));
}

}  // extern "C"

// Dear ImGui rounds corners with sines and cosines. The C library's reduce any angle exactly, with tables
// that are 3 KB of the client; the browser has its own.
#include <emscripten.h>

EM_JS(double, tianbao_cosine, (double angle), { return Math.cos(angle); });
EM_JS(double, tianbao_sine, (double angle), { return Math.sin(angle); });
EM_JS(double, tianbao_arc_cosine, (double cosine), { return Math.acos(cosine); });

extern "C" {

float cosf(float angle) {
  return static_cast<float>(tianbao_cosine(angle));
}
float sinf(float angle) {
  return static_cast<float>(tianbao_sine(angle));
}
float acosf(float cosine) {
  return static_cast<float>(tianbao_arc_cosine(cosine));
}

}  // extern "C"

#include "wasm/paint/palette.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

namespace tianbao::paint {
namespace {

struct Entry {
  const char* name;
  Colour Palette::*member;
};

constexpr Entry entries[] = {
    {"background", &Palette::background},
    {"paper", &Palette::paper},
    {"shade", &Palette::shade},
    {"line", &Palette::line},
    {"control", &Palette::control},
    {"ink", &Palette::ink},
    {"muted", &Palette::muted},
    {"accent", &Palette::accent},
    {"accent-pressed", &Palette::accent_pressed},
    {"accent-tint", &Palette::accent_tint},
    {"on-accent", &Palette::on_accent},
    {"focus", &Palette::focus},
    {"error", &Palette::error},
    {"error-tint", &Palette::error_tint},
    {"warning", &Palette::warning},
    {"warning-tint", &Palette::warning_tint},
    {"notice", &Palette::notice},
    {"notice-tint", &Palette::notice_tint},
    {"success", &Palette::success},
    {"success-tint", &Palette::success_tint},
};

void check_contrasts(const Palette& palette, double text) {
  for (const Colour ground : {palette.background, palette.paper, palette.shade, palette.accent_tint}) {
    INFO("ground " << std::hex << ground);
    CHECK(contrast(palette.ink, ground) >= text);
    CHECK(contrast(palette.muted, ground) >= text);
    CHECK(contrast(palette.accent, ground) >= text);
    CHECK(contrast(palette.focus, ground) >= 3.0);
    CHECK(contrast(palette.control, ground) >= 3.0);
  }
  for (const screen::Tone tone :
       {screen::Tone::error, screen::Tone::warning, screen::Tone::notice, screen::Tone::success}) {
    INFO("tone " << static_cast<int>(tone));
    CHECK(contrast(tone_ink(palette, tone), tone_tint(palette, tone)) >= text);
    CHECK(contrast(tone_ink(palette, tone), palette.paper) >= text);
    // The sign in the side column, and the edge of an invalid control.
    CHECK(contrast(tone_ink(palette, tone), palette.background) >= 3.0);
  }
  CHECK(contrast(palette.on_accent, palette.accent) >= text);
  CHECK(contrast(palette.on_accent, palette.accent_pressed) >= text);
}

std::string read_styles() {
  std::ifstream file(std::string(TIANBAO_SOURCE_DIR) + "/wasm/web/styles.css");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("contrast is that of WCAG") {
  CHECK(contrast(0x000000, 0xFFFFFF) == 21.0);
  CHECK(contrast(0xFFFFFF, 0xFFFFFF) == 1.0);
  // #767676 is the lightest grey that is text on white.
  CHECK(contrast(0x767676, 0xFFFFFF) >= 4.5);
  CHECK(contrast(0x777777, 0xFFFFFF) < 4.5);
}

TEST_CASE("every text and every control of the painted screen can be told from its ground") {
  check_contrasts(standard_palette, 4.5);
  check_contrasts(strong_palette, 7.0);
}

TEST_CASE("HTML mode has the painter's colours") {
  const std::string styles = read_styles();
  const std::size_t strong = styles.find("prefers-contrast: more");
  REQUIRE(strong != std::string::npos);
  for (const Entry& entry : entries) {
    char declaration[64];
    std::snprintf(declaration, sizeof declaration, "--%s: #%06x;", entry.name,
                  standard_palette.*entry.member);
    INFO(declaration);
    CHECK(styles.find(declaration) < strong);
    const bool differs = standard_palette.*entry.member != strong_palette.*entry.member;
    std::snprintf(declaration, sizeof declaration, "--%s: #%06x;", entry.name, strong_palette.*entry.member);
    CHECK((styles.find(declaration, strong) != std::string::npos) == differs);
  }
}

}  // namespace tianbao::paint

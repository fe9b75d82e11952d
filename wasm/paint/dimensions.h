#pragma once

/// Every length of the painted screen, in CSS pixels.
namespace tianbao::paint::dimension {

constexpr float navigation_width = 232;
constexpr float main_margin = 24;
constexpr float main_top = 24;
constexpr float main_bottom = 48;
constexpr float main_most = 1480;    // wider tables are hard to follow with the eye
constexpr float reading_most = 920;  // screens without navigation
constexpr float between = 16;        // the children of a page or region

constexpr float card_padding = 24;
constexpr float cell_padding_x = 12;
constexpr float cell_padding_y = 10;
constexpr float control_padding_y = 5;  // of cells with controls: their text stands level with the label's
constexpr float least_row = 44;

constexpr float control_height = 34;
constexpr float control_padding = 10;
constexpr float control_text_top = 5;
constexpr float control_most = 560;
constexpr float number_most = 200;
constexpr float unit_width = 40;
constexpr int multiline_least = 3;  // lines
constexpr int multiline_most = 12;

constexpr float option_mark = 18;
constexpr float option_gap = 8;
constexpr float between_options = 20;

constexpr float button_height = 40;
constexpr float button_padding = 20;
constexpr float between_buttons = 12;

constexpr float message_padding_x = 12;
constexpr float message_padding_y = 6;
constexpr float message_icon = 18;
constexpr float message_gap = 8;
constexpr float between_messages = 8;

constexpr float link_padding_x = 16;
constexpr float link_padding_y = 8;

constexpr float corner = 4;
constexpr float focus_ring = 3;

}  // namespace tianbao::paint::dimension

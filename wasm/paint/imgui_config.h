#pragma once

// Dear ImGui without what this client never uses: no bundled font (glyphs come from the browser's canvas), no
// demo, debug tools, files or shell. wasm/CMakeLists.txt names this file as IMGUI_USER_CONFIG.

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT

// Code points beyond U+FFFF: rare characters in personal and place names.
#define IMGUI_USE_WCHAR32

// Asks ImGui for ImGuiFreeType::GetFontLoader(), which wasm/browser/glyphs.cpp defines, and so leaves
// stb_truetype out. No FreeType is linked.
#define IMGUI_ENABLE_FREETYPE

// The assertions guard against misuse by the programmer; they cost 14 KB on the wire.
#define IM_ASSERT(EXPRESSION) ((void)(EXPRESSION))

#pragma once

#include <cstdint>
#include <string>
#include <variant>

/// What update() asks the browser to do. They are done in the order given.
namespace tianbao::app {

/// Keeps `text` under `key` in the browser's storage, replacing what was there. `guarded`: only what this
/// page has put there itself, or has last read by that very key; another tab of the browser shares the
/// storage. Answered by LocalSaved.
struct SaveLocal {
  std::string key;
  std::string text;
  bool guarded = false;
};

/// Reads every record whose key begins with `prefix`. Answered by LocalLoaded for each and one LocalListed.
/// A record read by its very key, and one never met before, may from then on be replaced by a guarded
/// SaveLocal.
struct LoadLocal {
  std::string prefix;
};

/// Removes every record, whoever wrote it, and whatever the program keeps elsewhere on this device about its
/// users. Answered by LocalCleared.
struct ClearLocal {};

/// An HTTP request with the session's cookie; `path` from the root, `body` JSON or "". Answered by Answered
/// with the same tag, always.
struct Request {
  std::string method;
  std::string path;
  std::string body;
  std::string tag;
};

struct SaveFile {
  std::string name;
  std::string text;
};

/// Lets the person choose a file. Answered by FileOpened when one was chosen.
struct OpenFile {};

/// Prints a whole HTML page.
struct PrintHtml {
  std::string html;
};

/// Moves the keyboard's focus to the node, and the node into view, when the next tree is on the page.
struct Focus {
  std::string id;
};

/// Says it through a live region (WCAG 4.1.3); where no screen of ours shows it, for all to read.
struct Announce {
  std::string text;
};

/// Shows the static sign-in over whatever is on the screen, which stays; SignedIn follows some day.
struct AskSignIn {};

/// Takes the static sign-in away.
struct CloseSignIn {};

enum class Timer : std::uint8_t { send_draft, retry };

/// TimerFired after `delay_ms`; starts anew when the same timer is running.
struct SetTimer {
  Timer timer = Timer::send_draft;
  std::uint32_t delay_ms = 0;
};

using Effect = std::variant<SaveLocal, LoadLocal, ClearLocal, Request, SaveFile, OpenFile, PrintHtml, Focus,
                            Announce, AskSignIn, CloseSignIn, SetTimer>;

}  // namespace tianbao::app

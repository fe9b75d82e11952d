#pragma once

namespace tianbao::browser {

/// Asks the browser to call `tianbao_frame` once before it next shows the page. Asking again before that
/// costs nothing; who does not ask gets no frame.
void request_frame();

}  // namespace tianbao::browser

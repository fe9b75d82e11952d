#pragma once

#include "server/http/library.h"

namespace tianbao::http {

/// Compresses the JSON of an answer with gzip (RFC 1952) where the client takes it and it is worth it: a
/// form's definition shrinks to a fifth, which is seconds on a county's line. The client's own files come
/// compressed already.
///
/// That a compressed answer's length tells something of what is in it (the attack known as BREACH) needs
/// requests with the clerk's session that another site makes; SameSite=Strict cookies and the check of Origin
/// leave it none.
void compress(const httplib::Request& request, httplib::Response& response);

}  // namespace tianbao::http

// SPDX-License-Identifier: MIT
// What may stand in the head of a request or of an answer.
#pragma once

#include <QByteArrayView>

namespace rollcall {

/// Whether \a text is a token (RFC 9110, section 5.6.2), as methods and the names of header fields are.
bool isHttpToken(QByteArrayView text);
/// Whether \a text can be sent as the value of a header field: no control characters but tabs (RFC 9110,
/// section 5.5), so that it cannot begin a field of its own.
bool isFieldValue(QByteArrayView text);

} // namespace rollcall

// SPDX-License-Identifier: MIT
// A request as the fault server read it.
#pragma once

#include <QByteArray>

namespace rollcall::test {

/// The head of one request.
struct Request {
    Request() = default;
    /// \a rawHead reaches up to and including the blank line.
    Request(int onConnection, QByteArray rawHead);

    int connection = 0; ///< the number of the connection it came on, from 1
    QByteArray method;  ///< for example "GET"
    QByteArray target;  ///< for example "/path?query"
    QByteArray raw;     ///< the whole head as received

    /// The target without its query.
    QByteArray path() const;
    /// The value of the first field with this name, upper and lower case being the same; null when there is
    /// none.
    QByteArray header(const QByteArray &name) const;
};

} // namespace rollcall::test

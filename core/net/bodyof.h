// SPDX-License-Identifier: MIT
// bodyOf(): awaits a QNetworkReply, for programs that only want its body.
#pragma once

#include "core/async/coroutine.h"

#include <QByteArray>
#include <QNetworkReply>

#include <stdexcept>

namespace rollcall {

/// A request that got no answer, or the answer that it failed.
class RequestFailed : public std::runtime_error
{
public:
    RequestFailed(QNetworkReply::NetworkError error, const QString &sentence)
        : std::runtime_error(sentence.toStdString()),
          m_error(error)
    {
    }
    QNetworkReply::NetworkError error() const { return m_error; }

private:
    QNetworkReply::NetworkError m_error;
};

/// Waits for the end of \a reply, which it owns from now on, and gives the whole body. Throws RequestFailed.
/// Cancelling aborts the request. The thread is that of the reply.
async::Coroutine<QByteArray> bodyOf(QNetworkReply *reply);

} // namespace rollcall
